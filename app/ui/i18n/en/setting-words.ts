import type { WordsOfSections, WordsOfSettings, WordsOfTopics } from '../setting-words.ts';

/** What each section of the configuration is called. */
export const sections = {
  connection: {
    title: 'Connection to OneStock',
    description:
      'The account by which this app asks OneStock for delivery promises. It is tried before it is saved, so that an account that does not work never takes the place of one that does.',
  },
  channels: {
    title: 'Sales channels',
    description:
      'The sales channel decides which stock and which rules OneStock promises by. One is enough; a country can have its own.',
  },
  answers: {
    title: 'Items and deadlines',
    description: 'Advanced. What stands here suits most shops.',
  },
  orders: {
    title: 'Orders',
    description:
      'Orders are created in OneStock with the promise that the shopper saw; its parcels and removals come back to them.',
  },
  rulesets: {
    title: 'Rulesets',
    description:
      'The ruleset chaining by which OneStock orchestrates the orders of each delivery option and rate. For dates to be kept, choose one that respects the promise.',
  },
  locations: {
    title: 'Locations',
    description:
      'Which OneStock endpoint each of your Shopify locations is, and which locations are not OneStock’s.',
  },
} as const satisfies WordsOfSections;

/** What settings that are folded away are about. */
export const topics = {
  names: 'What orders are called',
  when: 'When an order is sent',
  what: 'What of an order is sent',
  after: 'After an order was sent',
  site: 'Words of your OneStock site',
} as const satisfies WordsOfTopics;

/** What each setting is called, by its group and name, and what helps to fill it in. */
export const fields = {
  account: {
    siteId: {
      label: 'Site id',
      help: 'One letter and digits, as OneStock gave it to you, such as s100.',
      within: 'site id',
    },
    host: {
      label: 'Host',
      within: 'host',
    },
    userId: {
      label: 'User id',
      within: 'user id',
    },
    password: {
      label: 'Password',
      help: 'It is kept encrypted and never shown again.',
      kept: 'Unchanged',
      within: 'password',
    },
    apiVersion: {
      label: 'API version',
      help: 'v3, unless OneStock told you another.',
      within: 'API version',
      values: {
        none: 'None',
      },
    },
  },
  channels: {
    salesChannel: {
      label: 'Sales channel',
      help: 'For every country that has none of its own.',
      within: 'sales channel',
    },
    salesChannels: {
      label: 'By destination country',
      within: 'sales channels of countries',
    },
  },
  checkout: {
    itemIdSource: {
      label: 'Item id in OneStock',
      help: 'Items without it get no promise.',
      within: 'item id',
      values: {
        sku: 'SKU',
        variant_id: 'Shopify variant id',
      },
    },
    softDeadlineMs: {
      label: 'Wait for OneStock',
      help: '50 to 450 ms. After it shoppers see an older promise or the fallback of each option.',
      within: 'wait for OneStock',
    },
    promiseLifeSeconds: {
      label: 'Reuse a promise for',
      help: '0 to 3600 s, and never beyond its cut-off.',
      within: 'reuse of a promise',
    },
    shownRateLifeHours: {
      label: 'What a shopper was shown counts for',
      help: '1 to 720 h, until the order is placed. After it, as for a subscription’s renewal, OneStock is asked anew.',
      within: 'age of what a shopper was shown',
    },
    outsideLines: {
      label: 'Beside goods that OneStock does not have',
      help: 'Goods of another fulfillment service and custom items are never asked of OneStock. With such goods alone, deliveries are shown without a date.',
      within: 'goods that OneStock does not have',
      values: {
        leave_out: 'Promise the others without them',
        no_promise: 'Promise nothing: deliveries without a date, no collection',
      },
    },
    signatureMode: {
      label: 'Signature of Shopify’s rate requests',
      help: 'Report only to find out why rates are missing: the address of the requests stays secret either way.',
      within: 'signature of rate requests',
      values: {
        require: 'Required',
        report: 'Reported when it is wrong',
      },
    },
  },
  synchronization: {
    syncsOrders: {
      label: 'Synchronize orders',
      help: 'Leave it off where something else brings your orders to OneStock.',
      within: 'synchronization of orders',
    },
    syncMoment: {
      label: 'When',
      within: 'moment of synchronization',
      values: {
        created: 'As soon as they are placed',
        paid: 'Once they are paid',
      },
      valueHelp: {
        created: 'Stock is reserved at once.',
        paid: 'For payments that take days, such as bank transfers.',
      },
    },
  },
  orders: {
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
      label: 'Before the number of a further delivery',
      help: 'An order of which parts come in different ways is several orders in OneStock: 1001, 1001-2, 1001-3.',
      within: 'text before the number of a further delivery',
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
      help: 'For apps that put orders on hold a while after they were placed. An order never waits past its cut-off.',
      within: 'wait before an order is sent',
    },
    heldDays: {
      label: 'A hold needs attention after',
      unit: 'days',
      within: 'longest hold',
    },
    whenLate: {
      label: 'Orders that waited until they come later than told',
      help: 'Because they were on hold, not paid or scheduled.',
      within: 'orders that come later than told',
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
  },
  mappings: {
    rulesets: {
      within: 'rulesets',
    },
    locations: {
      within: 'locations',
    },
  },
} as const satisfies WordsOfSettings;
