import type { WordsOfSettings } from '../setting-words.ts';

/** The words of the settings by which orders go to OneStock and come back. */
export const orderSettingWords = {
  orderId: {
    label: 'What an order is called in OneStock',
    within: 'name of orders in OneStock',
    values: {
      name: 'Its name without #, such as 1001',
      numeric: 'Shopify’s number of it',
    },
  },
  orderIdPrefix: {
    label: 'In front of it',
    help: 'Such as FR-, where several shops share a OneStock site.',
    within: 'text in front of it',
  },
  deliverySuffix: {
    label: 'Separator before the number of a further delivery',
    help: 'An order of which parts come in different ways is several orders in OneStock: 1001, 1001-2, 1001-3.',
    within: 'separator before the number of a further delivery',
  },
  excludedLocations: {
    within: 'locations that are not OneStock’s',
  },
  severalDeliveries: {
    label: 'Orders of which parts come in different ways',
    help: 'Such as one part by mail and one by pickup, or by two delivery options.',
    within: 'orders in several deliveries',
    values: {
      send: 'Are sent as one order for each way',
      leave: 'Are left to a person',
    },
  },
  linkDeliveries: {
    label: 'Further deliveries name the first as their parent order',
    help: 'Turn it on only if your OneStock site takes parent_order_id.',
    within: 'parent order of further deliveries',
  },
  waitMinutes: {
    label: 'Wait before an order is sent',
    help: 'For apps that put orders on hold a while after they were placed. This wait never passes the cut-off of an order.',
    within: 'wait before an order is sent',
  },
  heldDays: {
    label: 'A hold needs attention after',
    unit: 'days',
    within: 'longest hold',
  },
  whenLate: {
    label: 'Orders that waited until they may come later than told',
    help: 'Because they were on hold, not paid or scheduled.',
    within: 'orders that may come later than told',
    values: {
      send: 'Are sent all the same',
      ask: 'Are sent once a person agrees',
    },
  },
  customLines: {
    label: 'Lines that are no product',
    help: 'Typed into an order by hand: OneStock has no item for them.',
    within: 'lines that are no product',
    values: {
      stop: 'Stop the order until a person decides',
      leave_out: 'Are left out',
    },
  },
  sendTestOrders: {
    label: 'Send test orders',
    within: 'test orders',
  },
  includeTips: {
    label: 'Tips are part of the price',
    within: 'tips',
  },
  notifyCustomer: {
    label: 'Shopify e-mails the customer when a parcel leaves',
    help: 'Leave it off where OneStock or another tool does.',
    within: 'e-mail to the customer',
  },
  removeOnCancel: {
    label: 'Take orders cancelled in Shopify out of OneStock',
    help: 'Only what has not left yet can be taken out.',
    within: 'cancelled orders',
  },
  followRemovals: {
    label: 'What is refunded or removed in Shopify',
    help: 'As far as OneStock is still to send it and lets it go.',
    within: 'what is refunded or removed',
    values: {
      remove: 'Is taken out of OneStock',
      ask: 'Is left to a person',
    },
  },
  fulfilledByHand: {
    label: 'What is fulfilled in Shopify while OneStock prepares it',
    help: 'By staff or by another app, after the order was sent.',
    within: 'what is fulfilled by hand',
    values: {
      remove: 'Is taken out of OneStock',
      ask: 'Is left to a person',
    },
  },
  keepUnshippable: {
    label: 'Send gift cards and lines that are not shipped, too',
    help: 'OneStock must know them as items.',
    within: 'gift cards and lines that are not shipped',
  },
  whereFulfilled: {
    label: 'Parcels are fulfilled in Shopify',
    within: 'place of fulfillment',
    values: {
      assigned: 'Where Shopify assigned the order',
      mapped: 'At the location of the store that sent it',
    },
  },
  shippedParcelStates: {
    label: 'Parcels that have left are',
    help: 'States of your OneStock site, with commas between them. Such a parcel becomes a fulfillment.',
    within: 'states of parcels that have left',
  },
  heldGroupStates: {
    label: 'Items that will not come are',
    help: 'They are put on hold in Shopify. Add out_of_stock or issue if you want these held, too.',
    within: 'states of items that will not come',
  },
  handedOverGroupStates: {
    label: 'Items that were handed over are',
    help: 'They are never put on hold. If an order is over and some of them were in no parcel, the order needs attention.',
    within: 'states of items that were handed over',
  },
  closedOrderStates: {
    label: 'Orders that are over are',
    help: 'They are no longer compared with OneStock.',
    within: 'states of orders that are over',
  },
  removedGroupState: {
    label: 'Items of a cancelled order become',
    help: 'The one state into which OneStock moves them.',
    within: 'state of cancelled items',
  },
  carrierNames: {
    label: 'Carriers',
    help: 'What each carrier code of OneStock is called in Shopify. Shoppers get a tracking link for carriers that Shopify knows. Codes that are written alike, such as dhl_express, need no row.',
    within: 'names of carriers',
  },
  oneStockSignatureForm: {
    label: 'OneStock signs its events by',
    help: 'Change it only if events are refused though the keys are right.',
    within: 'signature of OneStock’s events',
    values: {
      body: 'their content',
      timestamp: 'their time and content',
    },
  },
} as const satisfies WordsOfSettings['orders'];
