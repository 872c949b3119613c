import { z } from 'zod';
import { type Answer, refuseEntity, success } from '../answer.ts';
import type { Call } from '../call.ts';
import { groupsOf } from '../orders/groups.ts';
import { momentOf } from '../orders/moment.ts';
import { canMove, moveUnits } from '../orders/move-units.ts';
import { renderGroup, renderUnit } from '../orders/render.ts';
import { indexRangesSchema, itemQuantitiesSchema, selectUnits } from '../orders/select-units.ts';
import { stateNamed } from '../orders/state-names.ts';
import type { Site } from '../site.ts';
import { fieldsSchema, pickFields, refuseParameters, refuseStep, refuseValue } from './parameters.ts';

const fieldsOnlySchema = z.object({ fields: fieldsSchema });
const listSchema = z.object({
  filter: z.object({ order_id: z.string(), item_ids: z.array(z.string()).optional() }),
  fields: fieldsSchema,
});
const patchSchema = z
  .object({
    order_id: z.string(),
    from: z.string().optional(),
    to: z.string(),
    endpoint_id: z.string().optional(),
    index_ranges: indexRangesSchema.optional(),
    item_quantities: itemQuantitiesSchema.optional(),
  })
  .refine(
    ({ index_ranges, item_quantities }) => (index_ranges === undefined) !== (item_quantities === undefined),
    'expected index_ranges or item_quantities',
  );

/** `GET /line_item_groups` of one order: public code under https://github.com/mbousquet-onestock */
export function answerLineItemGroups({ body }: Call, { orders, control }: Site): Answer {
  const asked = listSchema.safeParse(body);
  if (!asked.success) return refuseParameters(asked.error);
  const { filter, fields } = asked.data;
  const order = orders.find(filter.order_id);
  if (!order) return refuseEntity(404, 'not_found', 'order', filter.order_id);
  const groups = groupsOf(order)
    .filter(({ units: [{ itemId }] }) => !filter.item_ids || filter.item_ids.includes(itemId))
    .map((group) => pickFields(renderGroup(order, group, control.settings), fields));
  return success(control.settings.bareGroupList ? groups : { line_item_groups: groups });
}

/**
 * `PATCH /line_item_groups`: a step for some units of an order. A refused step is a 4xx and changes nothing
 * (public code under https://github.com/mbousquet-onestock). Inferred: by quantities, the first units that can make the step are meant.
 */
export function answerLineItemGroupsPatch({ body }: Call, site: Site): Answer {
  const asked = patchSchema.safeParse(body);
  if (!asked.success) return refuseParameters(asked.error);
  const { order_id, endpoint_id: endpointId, index_ranges, item_quantities, ...step } = asked.data;
  const order = site.orders.find(order_id);
  if (!order) return refuseEntity(404, 'not_found', 'order', order_id);
  const { settings } = site.control;
  const to = stateNamed(settings, 'group', step.to);
  if (!to) return refuseValue('to', 'unknown state');
  const from = step.from === undefined ? undefined : stateNamed(settings, 'group', step.from);
  if (step.from !== undefined && !from) return refuseValue('from', 'unknown state');
  const selection = { indexRanges: index_ranges, itemQuantities: item_quantities };
  const moved = selectUnits(
    order,
    selection,
    (unit) => (!from || unit.state === from) && canMove(unit, to),
  ).andThen((units) => moveUnits(order, units, { to, endpointId }, momentOf(site)));
  if (moved.isErr()) return refuseStep(moved.error, settings);
  site.webhooks.announce(order, moved.value);
  return success({});
}

/** `GET /line_items/{id}`. Inferred: only the name of the resource is public; one unit, as orders of that form have it. */
export function answerLineItem({ body, segments: [, id = ''] }: Call, { orders, control }: Site): Answer {
  const asked = fieldsOnlySchema.safeParse(body);
  if (!asked.success) return refuseParameters(asked.error);
  const found = orders.findUnit(id);
  if (!found) return refuseEntity(404, 'not_found', 'line_item', id);
  return success(pickFields(renderUnit(found.order, found.unit, control.settings), asked.data.fields));
}
