/**
 * The states of an order, of its groups and of its parcels, and the steps between them. Workflows are configured per site
 * (https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/1240498177/Entity+Lifecycle+and+Workflow), so this one is inferred. Seen in
 * public text: `removed` and `fulfilled` of orders; `created`, `fulfilled`, `provided`, `removed`, `out_of_stock` and `issue` of groups
 * (https://github.com/OneStock-Retail/onestock-magento-connector); `dispatched` and `collected` of parcels. The other names, and every
 * step, are ours; `stateNames` gives a site other names.
 */
export const orderStates = ['created', 'claimed', 'fulfilled', 'removed'] as const;
export type OrderState = (typeof orderStates)[number];

export const groupStates = [
  'created',
  'claimed',
  'ready',
  'provided',
  'fulfilled',
  'out_of_stock',
  'issue',
  'removed',
] as const;
export type GroupState = (typeof groupStates)[number];

export const parcelStates = [
  'created',
  'ready',
  'ready_to_collect',
  'dispatched',
  'delivered',
  'collected',
] as const;
export type ParcelState = (typeof parcelStates)[number];

type Steps<State extends string> = Readonly<Record<State, readonly State[]>>;

export const orderSteps: Steps<OrderState> = {
  created: ['claimed', 'fulfilled', 'removed'],
  claimed: ['fulfilled', 'removed'],
  fulfilled: [],
  removed: [],
};

export const groupSteps: Steps<GroupState> = {
  created: ['claimed', 'out_of_stock', 'issue', 'removed'],
  claimed: ['ready', 'provided', 'fulfilled', 'out_of_stock', 'issue', 'removed'],
  ready: ['provided', 'fulfilled', 'out_of_stock', 'issue', 'removed'],
  provided: ['fulfilled', 'issue', 'removed'],
  fulfilled: [],
  out_of_stock: ['claimed', 'removed'],
  issue: ['claimed', 'removed'],
  removed: ['claimed'],
};

/** A parcel to be collected may travel first: `dispatched`, then `ready_to_collect`, then `collected`. */
export const parcelSteps: Steps<ParcelState> = {
  created: ['ready', 'ready_to_collect', 'dispatched', 'delivered', 'collected'],
  ready: ['ready_to_collect', 'dispatched', 'delivered', 'collected'],
  ready_to_collect: ['collected'],
  dispatched: ['ready_to_collect', 'delivered', 'collected'],
  delivered: [],
  collected: [],
};
