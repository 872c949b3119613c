import { z } from 'zod';
import { checkbox, names, select, text } from '../../field/shape.ts';
import { settingsGroup, type ValuesOf } from '../../group/shape.ts';

/** A carrier's code in OneStock and its name in Shopify, such as `chrono13=Chronopost`. */
const carrierName = z
  .string()
  .max(128)
  .regex(/^[^=]*[^=\s][^=]*=\s*\S/);

/** The name of a state in the site's own workflow. */
const stateName = z.string().trim().min(1).max(64);

const HERE = { section: 'orders', isFolded: true };
const NAME = { ...HERE, row: 'name' };

const states = (...ofGuides: string[]) =>
  names(HERE, { schema: stateName, default: ofGuides, fault: 'state_names' });

/**
 * How orders go to OneStock and come back. Workflows are configured for each site, so the names of states are settings
 * (https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/1240498177/Entity+Lifecycle+and+Workflow); the defaults are those of
 * OneStock's own guides.
 */
export const ORDERS = settingsGroup('orders', {
  /** What an order is called in OneStock: Shopify's name without its `#`, or Shopify's number of it. */
  orderId: select(NAME, { values: ['name', 'numeric'], default: 'name' }),
  /** Stands before it, such as `FR-` where several shops share a site. */
  orderIdPrefix: text(NAME, {
    default: '',
    schema: z.string().regex(/^[\w.-]{0,32}$/),
    fault: 'order_prefix',
  }),
  /** Whether Shopify writes to the customer about each fulfilment. */
  notifyCustomer: checkbox(HERE, { default: false }),
  /** Whether an order that is cancelled in Shopify is taken out of OneStock. */
  removeOnCancel: checkbox(HERE, { default: true }),
  /** Whether gift cards and lines that need no shipping are sent too. */
  keepUnshippable: checkbox(HERE, { default: false }),
  /** Fulfil at the location that Shopify assigned, or move to the location that is mapped to OneStock's endpoint first. */
  whereFulfilled: select(HERE, { values: ['assigned', 'mapped'], default: 'assigned' }),
  /** A parcel in one of these has left: it becomes a fulfilment. One that is looked at late may have arrived already. */
  shippedParcelStates: states('dispatched', 'delivered', 'collected'),
  /** Pieces in one of these will not come: they are held in Shopify. */
  heldGroupStates: states('removed'),
  /** Pieces in one of these were handed over, with a parcel or without one: they are never held. */
  handedOverGroupStates: states('provided', 'fulfilled'),
  /** An order in one of these is over. */
  closedOrderStates: states('removed', 'fulfilled'),
  /** The state into which pieces of a cancelled order are moved. */
  removedGroupState: text(HERE, { default: 'removed', schema: stateName, fault: 'state_names' }),
  /** What carriers of OneStock are called in Shopify; it makes links of the numbers of those that it knows. */
  carrierNames: names(HERE, { schema: carrierName, default: [], fault: 'carrier_names' }),
  /** What OneStock's signature covers: the body, or the time and the body. */
  oneStockSignatureForm: select(HERE, { values: ['body', 'timestamp'], default: 'body' }),
});

export type OrderSettings = ValuesOf<typeof ORDERS>;
