import type { Causes } from '#app/features/obstacles/index.ts';
import type { OneStockError, OneStockErrorCode } from '#app/gateways/onestock/index.ts';
import { saidByOneStock } from '../said-by-onestock.ts';
import type { OrderCause } from '../shape.ts';

/** What a path of the sent order is to a merchant, the narrower first. */
const FIELDS = [
  [/customer\.last_name/, 'last_name'],
  [/customer\.(email|phone)/, 'contact'],
  [/customer/, 'customer'],
  [/endpoint_id/, 'store'],
  [/delivery_promise/, 'promise'],
  [/delivery\.destination|address/, 'address'],
  [/delivery/, 'delivery'],
  [/ruleset/, 'ruleset'],
  [/sales_channel/, 'sales_channel'],
  [/item_id/, 'item'],
  [/quantity/, 'quantity'],
  [/pric|discount|tax|shipping_fees|currency/, 'prices'],
  [/(^|\.)types/, 'types'],
  [/(^|\.)id$/, 'id'],
] as const satisfies readonly (readonly [RegExp, string])[];
type Field = (typeof FIELDS)[number][1];

/** What OneStock's errors are about, by its own word for it. */
const ENTITIES = new Map<string, 'item' | 'store' | 'sales_channel' | 'ruleset'>([
  ['item', 'item'],
  ['endpoint', 'store'],
  ['sales_channel', 'sales_channel'],
  ['ruleset_chaining', 'ruleset'],
]);

/**
 * Why OneStock did not take an order: what it did not take by the merchant's name for it, that nobody prepares the order, and what to do.
 * Another error than a refusal has the words of its code.
 */
export function whyRefused(error: OneStockError): Causes {
  const { code, requestId } = error;
  if (code !== 'onestock_refused' && code !== 'onestock_not_found')
    return [{ code }, ...whatBecameOfIt(code)];
  const said = saidByOneStock(error);
  const request: OrderCause[] = requestId ? [{ code: 'onestock_request', params: { id: requestId } }] : [];
  const { cause, remedy } = notTaken(error);
  return [cause, ...said, NOT_CREATED, remedy, THEN_AGAIN, ...request];
}

/** What was not taken, and what to do about it: the order, where nobody knows what of it. */
function notTaken({ entity, field }: OneStockError): { cause: OrderCause; remedy: OrderCause } {
  const unknown = entity && ENTITIES.get(entity.kind);
  if (unknown && entity.id)
    return {
      cause: { code: `not_taken.unknown_${unknown}`, params: { id: entity.id } },
      remedy: { code: `not_taken_remedy.unknown_${unknown}` },
    };
  const named: Field | 'order' =
    unknown ?? FIELDS.find(([path]) => field !== undefined && path.test(field))?.[1] ?? 'order';
  return { cause: { code: `not_taken.${named}` }, remedy: { code: `not_taken_remedy.${named}` } };
}

/** After these OneStock may have the order all the same: its answer was lost, or not understood. */
const UNCERTAIN: readonly OneStockErrorCode[] = [
  'onestock_unreachable',
  'onestock_timeout',
  'onestock_cancelled',
  'onestock_failed',
  'onestock_unreadable',
  'onestock_conflict',
];

function whatBecameOfIt(code: OneStockErrorCode): OrderCause[] {
  return UNCERTAIN.includes(code) ? [{ code: 'order_maybe_created' }] : [NOT_CREATED, THEN_AGAIN];
}

const NOT_CREATED: OrderCause = { code: 'order_not_created' };
const THEN_AGAIN: OrderCause = { code: 'then_synchronize_again' };
