import { err, ok, type Result } from 'neverthrow';
import { z } from 'zod';
import { describeIssues } from '../issues.ts';
import { createParcel } from './create-parcel.ts';
import type { Moment } from './moment.ts';
import { moveOrder } from './move-order.ts';
import { moveParcel } from './move-parcel.ts';
import { canMove, moveUnits } from './move-units.ts';
import { indexRangesSchema, itemQuantitiesSchema, selectUnits } from './select-units.ts';
import type { Change, Order, Unit } from './types.ts';
import { type GroupState, groupStates, orderStates, parcelStates } from './workflow.ts';

/** What goes on in warehouses and stores, as the control door plays it; states by the names of `workflow.ts`. */
type Command = (order: Order, body: unknown, moment: Moment) => Result<CommandDone, string>;

interface CommandDone {
  changes: Change[];
  parcelId?: string;
}

const selection = {
  indexRanges: indexRangesSchema.optional(),
  itemQuantities: itemQuantitiesSchema.optional(),
};
const shipment = {
  trackingCode: z.string().optional(),
  trackingLink: z.string().optional(),
  transporter: z.string().optional(),
};
const unitsSchema = z.strictObject({
  ...selection,
  endpointId: z.string().optional(),
  reason: z.string().optional(),
});
const newParcelSchema = z.strictObject({
  ...selection,
  ...shipment,
  id: z.string().optional(),
  endpointId: z.string().optional(),
  carrier: z.strictObject({ name: z.string(), option: z.string().optional() }).optional(),
  /** Where it goes on to at once. */
  state: z.enum(parcelStates).default('created'),
});
const parcelSchema = z.strictObject({ ...shipment, state: z.enum(parcelStates).optional() });

/** By the last part of their path; each body may leave out the selection, and then means all units that can follow. */
export const commands: Readonly<Record<string, Command>> = {
  claim: unitsCommand('claimed', ({ state }) => state === 'created'),
  remove: unitsCommand('removed'),
  'out-of-stock': unitsCommand('out_of_stock'),
  issue: unitsCommand('issue'),
  'bring-back': unitsCommand('claimed', ({ state }) => state !== 'created'),
  groups: (order, body, moment) => {
    const schema = unitsSchema.extend({ state: z.enum(groupStates) });
    return parsed(schema, body).andThen(({ state, ...rest }) => unitsCommand(state)(order, rest, moment));
  },
  state: (order, body, moment) =>
    parsed(z.strictObject({ to: z.enum(orderStates) }), body)
      .andThen(({ to }) => moveOrder(order, to, moment))
      .map((changes) => ({ changes })),
  etas: (order, body, { time }) =>
    parsed(z.strictObject({ eta_start: z.int(), eta_end: z.int() }), body).map((etas) => {
      Object.assign(order, { etas, lastUpdate: time });
      return { changes: [] };
    }),
  parcels: (order, body, moment) =>
    parsed(newParcelSchema, body).andThen(({ state, indexRanges, itemQuantities, ...given }) => {
      if (order.parcels.some(({ id }) => id === given.id)) return err(`the order has a parcel ${given.id}`);
      return createParcel(order, { indexRanges, itemQuantities }, given, moment).andThen(
        ({ parcel, changes }) => {
          const moved = state === 'created' ? ok([]) : moveParcel(order, parcel, state, moment);
          return moved.map((later) => ({ changes: [...changes, ...later], parcelId: parcel.id }));
        },
      );
    }),
};

/** Gives a parcel of the order another state, other tracking, or both. */
export function commandParcel(
  order: Order,
  parcelId: string,
  body: unknown,
  moment: Moment,
): Result<CommandDone, string> {
  return parsed(parcelSchema, body).andThen(({ state, ...tracking }) => {
    const parcel = order.parcels.find(({ id }) => id === parcelId);
    if (!parcel) return err(`the order has no parcel ${parcelId}`);
    const moved = state === undefined ? ok([]) : moveParcel(order, parcel, state, moment);
    return moved.map((changes) => {
      parcel.shipment = { ...parcel.shipment, ...tracking };
      return { changes, parcelId };
    });
  });
}

function unitsCommand(to: GroupState, suits: (unit: Unit) => boolean = () => true): Command {
  return (order, body, moment) =>
    parsed(unitsSchema, body).andThen(({ indexRanges, itemQuantities, ...details }) =>
      selectUnits(order, { indexRanges, itemQuantities }, (unit) => suits(unit) && canMove(unit, to))
        .andThen((units) => moveUnits(order, units, { to, ...details }, moment))
        .map((changes) => ({ changes })),
    );
}

function parsed<T>(schema: z.ZodType<T>, body: unknown): Result<T, string> {
  const given = schema.safeParse(body);
  return given.success ? ok(given.data) : err(describeIssues(given.error));
}
