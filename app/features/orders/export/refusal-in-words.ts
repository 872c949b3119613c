import type { OneStockError, OneStockErrorCode } from '#app/gateways/onestock/index.ts';

/** What a path of the sent order is to a merchant, the narrower first, and what to do about it. */
const FIELDS: readonly { path: RegExp; name: string; remedy: string }[] = [
  {
    path: /customer\.last_name/,
    name: 'the customer’s last name',
    remedy: 'Correct it on the order in Shopify.',
  },
  {
    path: /customer\.(email|phone)/,
    name: 'the customer’s contact',
    remedy: 'Correct it on the order in Shopify.',
  },
  {
    path: /customer/,
    name: 'the customer',
    remedy: 'Correct the names and contact on the order in Shopify.',
  },
  {
    path: /endpoint_id/,
    name: 'the store where the order is collected',
    remedy: 'Check that this endpoint still exists in OneStock.',
  },
  { path: /delivery_promise/, name: 'the delivery promise', remedy: 'Tell whoever operates this app.' },
  {
    path: /delivery\.destination|address/,
    name: 'the delivery address',
    remedy: 'Correct the address on the order in Shopify.',
  },
  { path: /delivery/, name: 'the delivery', remedy: 'Ask OneStock which types of delivery the site takes.' },
  {
    path: /ruleset/,
    name: 'the ruleset chaining',
    remedy: 'Choose another one for this delivery option in the configuration.',
  },
  { path: /sales_channel/, name: 'the sales channel', remedy: 'Choose another one in the configuration.' },
  {
    path: /item_id/,
    name: 'an item',
    remedy: 'Check that every product of the order is in OneStock’s catalogue.',
  },
  { path: /quantity/, name: 'a quantity', remedy: 'Correct the order in Shopify.' },
  {
    path: /pric|discount|tax|shipping_fees|currency/,
    name: 'the prices',
    remedy: 'Ask OneStock what the site takes, and give it the request id.',
  },
  { path: /(^|\.)types/, name: 'the types of the order', remedy: 'Ask OneStock to allow them on the site.' },
  {
    path: /(^|\.)id$/,
    name: 'the order’s id',
    remedy: 'Change how orders are called in OneStock in the configuration.',
  },
];

/** What OneStock's errors are about, by their own word for it. */
const ENTITIES: Readonly<Record<string, (id: string) => { name: string; remedy: string }>> = {
  item: (id) => ({ name: `the item${id}, which it does not know`, remedy: 'Send the product to OneStock.' }),
  endpoint: (id) => ({
    name: `the store${id}, which it does not know`,
    remedy: 'Check that this endpoint still exists in OneStock.',
  }),
  sales_channel: (id) => ({
    name: `the sales channel${id}, which it does not know`,
    remedy: 'Choose another one in the configuration.',
  }),
  ruleset_chaining: (id) => ({
    name: `the ruleset chaining${id}, which it does not know`,
    remedy: 'Choose another one in the configuration.',
  }),
};

/**
 * Why OneStock did not take an order, for the merchant: what it did not take by the merchant's name for it, that nobody prepares the order, and what
 * to do. Another error than a refusal keeps the gateway's words.
 */
export function refusalInWords(error: OneStockError): string {
  const { code, field, entity, vendorMessage, requestId, message } = error;
  if (code !== 'onestock_refused' && code !== 'onestock_not_found') return `${message} ${fateOf(code)}`;
  const id = entity?.id ? ` “${entity.id}”` : '';
  const known =
    (entity && ENTITIES[entity.kind]?.(id)) ??
    FIELDS.find(({ path }) => field !== undefined && path.test(field));
  if (!known) return `${message} ${NOT_CREATED}`;
  const said = vendorMessage ? ` (“${vendorMessage}”)` : '';
  const request = requestId ? ` OneStock’s request id is ${requestId}.` : '';
  return `OneStock did not take ${known.name}${said}. ${NOT_CREATED} ${known.remedy} Then synchronize the order again.${request}`;
}

/** After these OneStock may have the order all the same: its answer was lost, or not understood. */
const UNCERTAIN: readonly OneStockErrorCode[] = [
  'onestock_unreachable',
  'onestock_timeout',
  'onestock_cancelled',
  'onestock_failed',
  'onestock_unreadable',
];

function fateOf(code: OneStockErrorCode): string {
  return UNCERTAIN.includes(code) ? MAYBE_CREATED : `${NOT_CREATED} Then synchronize the order again.`;
}

const MAYBE_CREATED =
  'It is not known whether OneStock has the order. Synchronize the order again: the app looks first, and never creates it twice.';

const NOT_CREATED = 'The order was not created in OneStock, and nobody is asked to prepare it.';
