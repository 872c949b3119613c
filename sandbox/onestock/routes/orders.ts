import { z } from 'zod';
import { CATALOGUE } from '#sandbox/catalogue.ts';
import { type Answer, created, refuseEntity, success } from '../answer.ts';
import type { Call } from '../call.ts';
import { newOrderSchema } from '../orders/create-schema.ts';
import { momentOf } from '../orders/moment.ts';
import { moveOrder } from '../orders/move-order.ts';
import { createOrder } from '../orders/new-order.ts';
import { orderPatchSchema, patchOrder, refusedData } from '../orders/patch-order.ts';
import { renderOrder } from '../orders/render.ts';
import { stateNamed } from '../orders/state-names.ts';
import { orderKeys, unknownKeys } from '../orders/unknown-keys.ts';
import type { Site } from '../site.ts';
import {
  fieldsSchema,
  pickFields,
  refuseParameters,
  refuseStep,
  refuseValue,
  wrapped,
} from './parameters.ts';

const fieldsOnlySchema = z.object({ fields: fieldsSchema });
const patchSchema = z.object({ order: orderPatchSchema });
const knownItemIds = new Set(CATALOGUE.map(({ sku }) => sku));

/**
 * `POST /orders`: 201 with the id; a second order of that id is a 409, in both of the bodies that
 * https://github.com/inviqa/onestock-api-client recorded. Item ids must be in the catalogue
 * (https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/312410140/Order+structure+in+OneStock). Inferred: the statuses of the other
 * refusals, and that an order that comes into its first state is no event. The id of a parent order stands inside the order, or beside it as in an
 * older sample of https://github.com/mbousquet-onestock; that the parent need not be there is inferred.
 */
export function answerNewOrder({ body }: Call, site: Site): Answer {
  const asked = newOrderSchema.safeParse(body);
  if (!asked.success) return refuseParameters(asked.error);
  const { parent_order_id, order: given } = asked.data;
  const order = { ...(parent_order_id !== undefined && { parent_order_id }), ...given };
  const { settings } = site.control;
  const [unknownKey] = settings.refuseUnknownKeys ? unknownKeys(order, orderKeys) : [];
  if (unknownKey) return refuseValue(`order.${unknownKey}`, 'unknown key');
  if (settings.lastNameRequired && order.customer && typeof order.customer.last_name !== 'string')
    return refuseValue('order.customer.last_name', 'expected a string');
  const stranger = order.order_items.find(({ item_id }) => !knownItemIds.has(item_id));
  if (settings.itemsMustExist && stranger) return refuseEntity(400, 'not_found', 'item', stranger.item_id);
  if (site.orders.find(order.id)) return refuseEntity(409, 'already_exists', 'order', order.id, 'orders');
  site.orders.add(createOrder(order, momentOf(site)));
  return created(wrapped({ id: order.id }, 'order', settings));
}

/** `GET /orders/{id}`: https://github.com/OneStock-Retail/onestock-magento-connector */
export function answerOrder({ body, segments: [, id = ''] }: Call, { control, orders }: Site): Answer {
  const asked = fieldsOnlySchema.safeParse(body);
  if (!asked.success) return refuseParameters(asked.error);
  const order = orders.find(id);
  if (!order) return refuseEntity(404, 'not_found', 'order', id);
  const { settings } = control;
  return success(wrapped(pickFields(renderOrder(order, settings), asked.data.fields), 'order', settings));
}

/**
 * `PATCH /orders/{id}`: a step of the order itself, from the state that it is in, or partial data, or both
 * (public code under https://github.com/mbousquet-onestock). A refused step, or refused data, changes nothing.
 */
export function answerOrderPatch({ body, segments: [, id = ''] }: Call, site: Site): Answer {
  const asked = patchSchema.safeParse(body);
  if (!asked.success) return refuseParameters(asked.error);
  const order = site.orders.find(id);
  if (!order) return refuseEntity(404, 'not_found', 'order', id);
  const { from, to, ...patch } = asked.data.order;
  const { settings } = site.control;
  const refused = refusedData(patch, settings);
  if (refused) return refuseValue(`order.${refused}`, 'cannot be changed');
  if (from !== undefined || to !== undefined) {
    const target = stateNamed(settings, 'order', to ?? '');
    if (!target) return refuseValue('order.to', 'unknown state');
    if (from === undefined || stateNamed(settings, 'order', from) !== order.state)
      return refuseStep(`the order is not ${from}`, settings);
    const moved = moveOrder(order, target, momentOf(site));
    if (moved.isErr()) return refuseStep(moved.error, settings);
    site.webhooks.announce(order, moved.value);
  }
  patchOrder(order, patch, momentOf(site));
  return success({});
}
