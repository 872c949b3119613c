import type { Code, ObstacleSource } from '../codes.ts';

/** What is said of an obstacle by its source, around the words of its causes. */
export const obstacles = {
  /** What it is, in a few words. An event is called by its topic. */
  title: {
    onestock_connection: 'OneStock cannot be used',
    onestock_access: 'OneStock refuses a part of what the app needs',
    onestock_endpoints: 'The stores could not be read from OneStock',
    onestock_webhook: 'OneStock may not report what happens to orders',
    onestock_webhook_signature: 'OneStock’s messages are refused for their signature',
    shopify_access: 'The app cannot use your shop',
    shop_facts: 'Facts of your shop could not be read',
    metafield_definitions: 'Order metafields could not be prepared',
    carrier_service: 'The registration for shipping rates needs attention',
    currency_mismatch: 'Delivery options in another currency are not shown',
    carrier_signature: 'Rate requests are not signed as expected',
    customer_data_request: 'A customer’s request for their data',
    promise: 'The promise on order {{name}}',
    export: 'Sending order {{name}} to OneStock',
    comparison: 'Comparing order {{name}} with OneStock',
    difference: 'Order {{name}} is not the same in OneStock',
    waiting: 'Order {{name}} waits for something that you can do',
    lateness: 'Order {{name}} may come later than the shopper was told',
    run: 'Given up: {{name}}',
  } satisfies Record<Exclude<ObstacleSource, 'event'>, string>,
  /** Before the phrase of a code that Shopify or OneStock may give to anything: see `reasons`. */
  lead: {
    event: 'An event could not be handled. {{reason}}.',
    shopify_access: 'The app cannot use your shop. {{reason}}.',
    shop_facts: 'Currency, time zone and languages of your shop could not be read. {{reason}}.',
    metafield_definitions: 'The order metafields could not be prepared. {{reason}}.',
    carrier_service: 'The app could not be registered for shipping rates. {{reason}}.',
    onestock_endpoints: 'The stores could not be read from OneStock. {{reason}}.',
    onestock_webhook: 'OneStock could not be asked to tell this app what happens to orders. {{reason}}.',
  } satisfies Partial<Record<ObstacleSource, string>>,
  /** What it means for shoppers, by the code of its first cause or, for all others, by its source. */
  means: {
    event:
      'If it is about an order, the order may lack its delivery promise or not be up to date in OneStock.',
    run: 'What it would have done may be missing until it works again.',
    onestock_connection: 'Meanwhile shoppers see the fallback of each delivery option.',
    onestock_access: 'Shoppers still see delivery promises, but the app cannot do all of its work.',
    onestock_endpoints: 'Shoppers keep seeing the stores known before.',
    onestock_webhook: 'Meanwhile shoppers hear later of what happens to their orders.',
    onestock_webhook_signature: 'Meanwhile shoppers hear later of what happens to their orders.',
    shopify_access: 'Orders placed meanwhile get their promise once it works again.',
    shop_facts: 'Meanwhile shoppers’ rates rest on what was known before.',
    metafield_definitions:
      'Shoppers see their delivery options, but the promise may not be written on their orders.',
    carrier_service: 'Meanwhile shoppers may see no delivery options of OneStock at checkout.',
    carrier_service_twice: 'Shoppers may see each delivery option twice.',
    currency_mismatch: 'Shoppers do not see them.',
    carrier_signature: 'Shoppers see no delivery promises while signatures are required.',
  } satisfies Partial<Record<ObstacleSource | Code, string>>,
  /** What to do, whatever the code. */
  remedy: {
    event: 'Try it again. If it fails again and nothing is missing, dismiss it.',
  } satisfies Partial<Record<ObstacleSource, string>>,
} as const;
