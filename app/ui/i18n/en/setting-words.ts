import type { WordsOfSections, WordsOfSettings, WordsOfTopics } from '../setting-words.ts';
import { orderSettingWords } from './order-setting-words.ts';

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
  orders: orderSettingWords,
  mappings: {
    rulesets: {
      within: 'rulesets',
    },
    locations: {
      within: 'locations',
    },
  },
} as const satisfies WordsOfSettings;
