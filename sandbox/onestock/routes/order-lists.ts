import { z } from 'zod';
import { type Answer, success } from '../answer.ts';
import type { Call } from '../call.ts';
import { renderOrder } from '../orders/render.ts';
import { siteName } from '../orders/state-names.ts';
import type { Order } from '../orders/types.ts';
import type { Settings } from '../settings.ts';
import type { Site } from '../site.ts';
import { fieldsSchema, pickFields, refuseParameters } from './parameters.ts';

/** As many as clients ask for at most: public code under https://github.com/mbousquet-onestock */
const limit = z.int().min(1).max(50).default(50);
const names = z.array(z.string()).optional();

const listSchema = z.object({
  filter: z.object({ ids: z.array(z.string()).max(50).optional() }).default({}),
  fields: fieldsSchema,
  pagination: z.object({ limit }).prefault({}),
});

const searchSchema = z.object({
  filter: z
    .object({
      order_id: names,
      state: names,
      sales_channel: names,
      item_id: names,
      parcels_state: names,
      line_item_groups_state: names,
    })
    .default({}),
  from_date: z.int().optional(),
  to_date: z.int().optional(),
  fields: fieldsSchema,
  pagination: z.object({ limit, start: z.string().optional() }).prefault({}),
});

/** `GET /orders`: the orders of these ids, those that exist. Inferred: the name under which they stand. */
export function answerOrders({ body }: Call, { orders, control }: Site): Answer {
  const asked = listSchema.safeParse(body);
  if (!asked.success) return refuseParameters(asked.error);
  const { filter, fields, pagination } = asked.data;
  const found = orders.all().filter(({ id }) => !filter.ids || filter.ids.includes(id));
  return success(rendered(found.slice(0, pagination.limit), fields, control.settings));
}

/**
 * `GET /search_orders`, the oldest order first; a page starts behind the last id of the one before. Filters and paging are some of those in
 * public code under https://github.com/mbousquet-onestock. Inferred: the shape of the answer, the order, and that the dates, in Unix seconds,
 * are those of the orders with both ends in it.
 */
export function answerOrderSearch({ body }: Call, { orders, control }: Site): Answer {
  const asked = searchSchema.safeParse(body);
  if (!asked.success) return refuseParameters(asked.error);
  const { filter, from_date = 0, to_date = Number.POSITIVE_INFINITY, fields, pagination } = asked.data;
  const { settings } = control;
  const found = orders.all().filter(
    (order) =>
      order.date >= from_date &&
      order.date <= to_date &&
      holds(filter.order_id, [order.id]) &&
      holds(filter.state, [siteName(settings, 'order', order.state)]) &&
      holds(filter.sales_channel, [String(order.rest.sales_channel)]) &&
      holds(
        filter.item_id,
        order.items.map(({ itemId }) => itemId),
      ) &&
      holds(
        filter.parcels_state,
        order.parcels.map(({ state }) => siteName(settings, 'parcel', state)),
      ) &&
      holds(
        filter.line_item_groups_state,
        order.units.map(({ state }) => siteName(settings, 'group', state)),
      ),
  );
  const start = pagination.start ? found.findIndex(({ id }) => id === pagination.start) + 1 : 0;
  return success(rendered(found.slice(start, start + pagination.limit), fields, settings));
}

function holds(wanted: readonly string[] | undefined, values: readonly string[]): boolean {
  return !wanted || values.some((value) => wanted.includes(value));
}

function rendered(orders: readonly Order[], fields: string[] | undefined, settings: Settings) {
  return { orders: orders.map((order) => pickFields(renderOrder(order, settings), fields)) };
}
