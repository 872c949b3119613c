import { z } from 'zod';
import type { JsonObject } from '../call.ts';
import type { Settings } from '../settings.ts';
import type { Moment } from './moment.ts';
import { patchableData } from './settings.ts';
import type { Order } from './types.ts';

const freeObject = z.record(z.string(), z.unknown());

/** What of an order can be changed: public code under https://github.com/mbousquet-onestock */
export const orderPatchSchema = z.object({
  from: z.string().optional(),
  to: z.string().optional(),
  customer: freeObject.optional(),
  delivery: z
    .looseObject({ destination: z.looseObject({ address: freeObject.optional() }).optional() })
    .optional(),
  information: freeObject.optional(),
  sign_on_collect: z.boolean().optional(),
});

type OrderPatch = Omit<z.infer<typeof orderPatchSchema>, 'from' | 'to'>;

/** The first kind of data of a patch that the site refuses; null when there is none. */
export function refusedData(patch: OrderPatch, { orderPatches }: Settings): string | null {
  return (
    patchableData.find((kind) => dataOf(patch, kind) !== undefined && orderPatches[kind] === 'refused') ??
    null
  );
}

function dataOf(
  { customer, delivery, information, sign_on_collect }: OrderPatch,
  kind: (typeof patchableData)[number],
): unknown {
  return { customer, address: delivery?.destination?.address, information, sign_on_collect }[kind];
}

/** Takes over what a patch names, and leaves the rest. Information is merged, and so, inferred, are the customer and the address. */
export function patchOrder(
  order: Order,
  patch: OrderPatch,
  { time, settings }: Pick<Moment, 'time' | 'settings'>,
): void {
  const takes = (kind: (typeof patchableData)[number]) =>
    (settings.orderPatches[kind] ?? 'taken') === 'taken';
  const { customer, delivery, information, sign_on_collect } = patch;
  const { rest } = order;
  if (information && takes('information'))
    rest.information = { ...(rest.information as JsonObject), ...information };
  if (customer && takes('customer')) rest.customer = { ...(rest.customer as JsonObject), ...customer };
  if (sign_on_collect !== undefined && takes('sign_on_collect')) rest.sign_on_collect = sign_on_collect;
  const address = delivery?.destination?.address;
  if (address && takes('address')) {
    const known = rest.delivery as { destination?: { address?: JsonObject } } | undefined;
    const destination = { ...known?.destination, address: { ...known?.destination?.address, ...address } };
    rest.delivery = { ...known, destination };
  }
  order.lastUpdate = time;
}
