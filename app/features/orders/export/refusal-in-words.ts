import type { OneStockError, OneStockErrorCode } from '#app/gateways/onestock/index.ts';
import { type Reason, type ReasonPart, reasonOf } from '../reason.ts';

interface Named {
  code: string;
  name: string;
  /** What to do about it. */
  remedy: string;
}

/** What a path of the sent order is to a merchant, the narrower first, and what to do about it. */
const FIELDS: readonly (Named & { path: RegExp })[] = [
  {
    path: /customer\.last_name/,
    code: 'last_name',
    name: 'the customer’s last name',
    remedy: 'Correct it on the order in Shopify.',
  },
  {
    path: /customer\.(email|phone)/,
    code: 'contact',
    name: 'the customer’s contact',
    remedy: 'Correct it on the order in Shopify.',
  },
  {
    path: /customer/,
    code: 'customer',
    name: 'the customer',
    remedy: 'Correct the names and contact on the order in Shopify.',
  },
  {
    path: /endpoint_id/,
    code: 'store',
    name: 'the store where the order is collected',
    remedy: 'Check that this endpoint still exists in OneStock.',
  },
  {
    path: /delivery_promise/,
    code: 'promise',
    name: 'the delivery promise',
    remedy: 'Tell whoever operates this app.',
  },
  {
    path: /delivery\.destination|address/,
    code: 'address',
    name: 'the delivery address',
    remedy: 'Correct the address on the order in Shopify.',
  },
  {
    path: /delivery/,
    code: 'delivery',
    name: 'the delivery',
    remedy: 'Ask OneStock which types of delivery the site takes.',
  },
  {
    path: /ruleset/,
    code: 'ruleset',
    name: 'the ruleset chaining',
    remedy: 'Choose another one for this delivery option in the configuration.',
  },
  {
    path: /sales_channel/,
    code: 'sales_channel',
    name: 'the sales channel',
    remedy: 'Choose another one in the configuration.',
  },
  {
    path: /item_id/,
    code: 'item',
    name: 'an item',
    remedy: 'Check that every product of the order is in OneStock’s catalogue.',
  },
  { path: /quantity/, code: 'quantity', name: 'a quantity', remedy: 'Correct the order in Shopify.' },
  {
    path: /pric|discount|tax|shipping_fees|currency/,
    code: 'prices',
    name: 'the prices',
    remedy: 'Ask OneStock what the site takes, and give it the request id.',
  },
  {
    path: /(^|\.)types/,
    code: 'types',
    name: 'the types of the order',
    remedy: 'Ask OneStock to allow them on the site.',
  },
  {
    path: /(^|\.)id$/,
    code: 'id',
    name: 'the order’s id',
    remedy: 'Change how orders are called in OneStock in the configuration.',
  },
];

/** What OneStock's errors are about, by its own word for it. */
const ENTITIES: Readonly<Record<string, Named>> = {
  item: { code: 'unknown_item', name: 'the item', remedy: 'Send the product to OneStock.' },
  endpoint: {
    code: 'unknown_store',
    name: 'the store',
    remedy: 'Check that this endpoint still exists in OneStock.',
  },
  sales_channel: {
    code: 'unknown_sales_channel',
    name: 'the sales channel',
    remedy: 'Choose another one in the configuration.',
  },
  ruleset_chaining: {
    code: 'unknown_ruleset',
    name: 'the ruleset chaining',
    remedy: 'Choose another one in the configuration.',
  },
};

/**
 * Why OneStock did not take an order, for the merchant: what it did not take by the merchant's name for it, that nobody prepares the order, and what
 * to do. Another error than a refusal keeps the gateway's words.
 */
export function refusalInWords(error: OneStockError): Reason {
  const { code, field, entity, requestId } = error;
  if (code !== 'onestock_refused' && code !== 'onestock_not_found') return reasonOf(error, ...fateOf(code));
  const unknown = entity && ENTITIES[entity.kind];
  const known = unknown ?? FIELDS.find(({ path }) => field !== undefined && path.test(field));
  if (!known) return reasonOf(error, NOT_CREATED);
  return reasonOf(
    notTaken(known, error, unknown !== undefined),
    NOT_CREATED,
    { code: `not_taken_remedy.${known.code}`, message: known.remedy },
    THEN_AGAIN,
    ...(requestId ? [requestNamed(requestId)] : []),
  );
}

/** What was not taken, with its id and OneStock's words where there are any. */
function notTaken(
  { code, name }: Named,
  { entity, vendorMessage }: OneStockError,
  isUnknown: boolean,
): ReasonPart {
  const id = isUnknown && entity?.id ? ` “${entity.id}”` : '';
  const said = vendorMessage ? ` (“${vendorMessage}”)` : '';
  const message = `OneStock did not take ${name}${id}${isUnknown ? ', which it does not know' : ''}${said}.`;
  return { code: `not_taken.${code}`, params: { id, said }, message };
}

function requestNamed(requestId: string): ReasonPart {
  return {
    code: 'onestock_request',
    params: { id: requestId },
    message: `OneStock’s request id is ${requestId}.`,
  };
}

/** After these OneStock may have the order all the same: its answer was lost, or not understood. */
const UNCERTAIN: readonly OneStockErrorCode[] = [
  'onestock_unreachable',
  'onestock_timeout',
  'onestock_cancelled',
  'onestock_failed',
  'onestock_unreadable',
];

function fateOf(code: OneStockErrorCode): ReasonPart[] {
  return UNCERTAIN.includes(code) ? [MAYBE_CREATED] : [NOT_CREATED, THEN_AGAIN];
}

const MAYBE_CREATED = {
  code: 'order_maybe_created',
  message:
    'It is not known whether OneStock has the order. Synchronize the order again: the app looks first, and never creates it twice.',
};

const NOT_CREATED = {
  code: 'order_not_created',
  message: 'The order was not created in OneStock, and nobody is asked to prepare it.',
};

const THEN_AGAIN = { code: 'then_synchronize_again', message: 'Then synchronize the order again.' };
