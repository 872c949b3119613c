import { z } from 'zod';
import {
  checkbox,
  formRows,
  formText,
  names,
  select,
  special,
  text,
  wholeNumber,
} from '../../field/shape.ts';
import { settingsGroup, type ValuesOf } from '../../group/shape.ts';

/** The longest code of a carrier and its name, together. */
const CARRIER_LENGTH = 128;

/** Carriers by their code in OneStock, each as `chrono13=Chronopost`. */
const carrierNames = z
  .array(z.string().max(CARRIER_LENGTH))
  .max(500)
  .check(({ value, issues }) => {
    // Of more, or longer, ones than these that is said already.
    if (issues.length > 0) return;
    value.forEach((carrier, at) => {
      const { code, company } = carrierRow(carrier);
      if (!code) issues.push({ code: 'custom', path: [at, 'code'], input: carrier });
      if (!company) issues.push({ code: 'custom', path: [at, 'company'], input: carrier });
    });
  });

/** What a carrier's code in OneStock is called in Shopify, as the page edits it. */
export interface CarrierRow {
  code: string;
  company: string;
}

function carrierRow(carrier: string): CarrierRow {
  const end = carrier.indexOf('=');
  return end < 0
    ? { code: '', company: '' }
    : { code: carrier.slice(0, end).trim(), company: carrier.slice(end + 1).trim() };
}

/** Behind the first `=` the company begins: a code that has one would be kept as another, and counts as none. */
function codeOf(typed: string): string {
  return typed.includes('=') ? '' : typed.trim();
}

/** The name of a state in the site's own workflow. */
const stateName = z.string().trim().min(1).max(64);

const HERE = { section: 'orders', isFolded: true };
const NAMES = { ...HERE, topic: 'names' };
const WHEN = { ...HERE, topic: 'when' };
const WHAT = { ...HERE, topic: 'what' };
const AFTER = { ...HERE, topic: 'after' };
const SITE = { ...HERE, topic: 'site' };

const locationId = z.string().regex(/^gid:\/\/shopify\/Location\/\d+$/);

const states = (...ofGuides: string[]) =>
  names(SITE, { schema: stateName, default: ofGuides, fault: 'state_names' });

/**
 * How orders go to OneStock and come back. Workflows are configured for each site, so the names of states are settings
 * (https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/1240498177/Entity+Lifecycle+and+Workflow); the defaults are those of
 * OneStock's own guides.
 */
export const ORDERS = settingsGroup('orders', {
  /** What an order is called in OneStock: Shopify's name without its `#`, or Shopify's number of it. */
  orderId: select({ ...NAMES, row: 'id' }, { values: ['name', 'numeric'], default: 'name' }),
  /** Stands before it, such as `FR-` where several shops share a site. */
  orderIdPrefix: text(
    { ...NAMES, row: 'id' },
    {
      default: '',
      schema: z.string().regex(/^[\w.-]{0,32}$/),
      fault: 'order_prefix',
    },
  ),
  /** Stands between an order's id and the number of a delivery after its first: `1001-2`. */
  deliverySuffix: {
    ...text(NAMES, { default: '-', schema: z.string().regex(/^[\w.-]{1,8}$/), fault: 'delivery_suffix' }),
    // With a digit at its end the second delivery of 1001 could have the id of a later order. One that was saved before counts.
    fromForm: (form: string) => (/\d$/.test(form.trim()) ? '' : form.trim()),
  },
  /** Whether a later delivery names the first as its parent (`parent_order_id`): that OneStock shows them together by it is inferred. */
  linkDeliveries: checkbox(NAMES, { default: false }),
  /** Fraud and upsell apps place their holds some time after the order: it is sent no sooner, but before its cut-off. */
  waitMinutes: wholeNumber(
    { ...WHEN, row: 'wait' },
    { ...{ min: 0, max: 1_440, default: 0, unit: 'min' }, fault: 'wait_range' },
  ),
  /** A hold that stands longer needs a person. */
  heldDays: wholeNumber(
    { ...WHEN, row: 'wait' },
    { ...{ min: 1, max: 60, default: 5, unit: 'd' }, fault: 'held_days_range' },
  ),
  /** What waited until it can no longer come as the shopper was told is sent all the same, or only after a person said so. */
  whenLate: select(WHEN, { values: ['send', 'ask'], default: 'send' }),
  /** An order of which parts come in different ways is sent as several, or left to a person. */
  severalDeliveries: select(WHAT, { values: ['send', 'leave'], default: 'send' }),
  /** Lines that are typed into an order and are no product: OneStock has no item for them. */
  customLines: select(WHAT, { values: ['stop', 'leave_out'], default: 'stop' }),
  /** Whether gift cards and lines that need no shipping are sent too. */
  keepUnshippable: checkbox(WHAT, { default: false }),
  /** Whether orders that Shopify marks as tests are sent. */
  sendTestOrders: checkbox(WHAT, { default: false }),
  /** Whether tips are in the price of the order: nobody delivers them. */
  includeTips: checkbox(WHAT, { default: false }),
  /** Whether an order that is cancelled in Shopify is taken out of OneStock. */
  removeOnCancel: checkbox(AFTER, { default: true }),
  /** Whether what is removed or refunded in Shopify is taken out of OneStock, or left to a person. */
  followRemovals: select(AFTER, { values: ['remove', 'ask'], default: 'remove' }),
  /** The same of what others fulfil in Shopify while OneStock prepares it. */
  fulfilledByHand: select(AFTER, { values: ['remove', 'ask'], default: 'ask' }),
  /** Fulfil at the location that Shopify assigned, or move to the location that is mapped to OneStock's endpoint first. */
  whereFulfilled: select(AFTER, { values: ['assigned', 'mapped'], default: 'assigned' }),
  /** Whether Shopify writes to the customer about each fulfilment. */
  notifyCustomer: checkbox(AFTER, { default: false }),
  /** What carriers of OneStock are called in Shopify; it makes links of the numbers of those that it knows. */
  carrierNames: special(AFTER, {
    default: [] as string[],
    schema: carrierNames,
    formSchema: formRows(z.object({ code: formText, company: formText })),
    toForm: (carriers): CarrierRow[] => carriers.map(carrierRow),
    fromForm: (rows) => rows.map(({ code, company }) => `${codeOf(code)}=${company.trim()}`),
    faults: { '': 'carrier_names', code: 'carrier_code_needed', company: 'carrier_company_needed' },
  }),
  /** A parcel in one of these has left: it becomes a fulfilment. One that is looked at late may have arrived already. */
  shippedParcelStates: states('dispatched', 'delivered', 'collected'),
  /** Pieces in one of these will not come: they are held in Shopify. */
  heldGroupStates: states('removed'),
  /** Pieces in one of these were handed over, with a parcel or without one: they are never held. */
  handedOverGroupStates: states('provided', 'fulfilled'),
  /** An order in one of these is over. */
  closedOrderStates: states('removed', 'fulfilled'),
  /** The state into which pieces of a cancelled order are moved. */
  removedGroupState: text(SITE, { default: 'removed', schema: stateName, fault: 'state_names' }),
  /** What OneStock's signature covers: the body, or the time and the body. */
  oneStockSignatureForm: select(SITE, { values: ['body', 'timestamp'], default: 'body' }),
  /** Shopify's locations that are not OneStock's: what is to be fulfilled there is not sent. */
  excludedLocations: special(
    { section: 'locations' },
    {
      default: [] as string[],
      schema: z.array(locationId).max(2_000),
      formSchema: z.array(formText).max(2_000),
      toForm: (ids) => ids.toSorted(),
      fromForm: (form) => form.toSorted(),
      faults: {},
    },
  ),
});

export type OrderSettings = ValuesOf<typeof ORDERS>;
