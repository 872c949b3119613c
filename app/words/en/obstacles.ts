import { accountFaults } from './account-faults.ts';

/**
 * What an obstacle is: its title by its source, what happened by its code, what it means for shoppers by its source, and what to do by its
 * code.
 */
export const obstacles = {
  title: {
    onestock_connection: 'OneStock cannot be used',
    onestock_access: 'OneStock refuses a part of what the app needs',
    onestock_endpoints: 'The stores could not be read from OneStock',
    onestock_webhook: 'OneStock may not tell of what happens to orders',
    onestock_webhook_signature: 'OneStock’s messages are refused for their signature',
    shopify_access: 'The app has lost its access to your shop',
    shop_facts: 'Facts of your shop could not be read',
    metafield_definitions: 'Order metafields could not be prepared',
    carrier_service: 'The app is not registered for shipping rates',
    currency_mismatch: 'Delivery options in another currency are not shown',
    carrier_signature: 'Rate requests are not signed as expected',
    customer_data_request: 'A customer’s request for their data',
    // Of what an obstacle is about, by its source.
    promise: 'The promise on order {{name}}',
    export: 'Sending order {{name}} to OneStock',
    comparison: 'Comparing order {{name}} with OneStock',
    difference: 'Order {{name}} is not the same in OneStock',
  },
  // Before the words of a code that Shopify or OneStock may give to anything: see `reasons`.
  lead: {
    event: 'An event could not be handled: {{reason}}.',
    shopify_access: 'The app cannot use your shop: {{reason}}.',
    shop_facts: 'Currency, time zone and languages of your shop could not be read: {{reason}}.',
    metafield_definitions: 'The order metafields could not be prepared: {{reason}}.',
    carrier_service: 'The app could not be registered for shipping rates: {{reason}}.',
    onestock_endpoints: 'The stores could not be read from OneStock: {{reason}}.',
    onestock_webhook: 'OneStock could not be asked to tell this app what happens to orders: {{reason}}.',
  },
  happened: {
    sweep_orders_given_up: 'The app stopped looking for orders that Shopify did not announce.',
    mirror_stores_given_up: 'The app stopped reading the stores from OneStock.',
    check_account_given_up: 'The app could not check the OneStock account.',
    prepare_shop_given_up: 'The app could not register its parts in Shopify.',
    ensure_webhook_given_up: 'The app could not see to it that OneStock tells it of orders.',
    rotate_webhook_key_given_up: 'The app could not renew the key that OneStock signs with.',
    run_stopped_half_way: 'Each of ten attempts was cut off before its end.',
    run_failed_inside: 'A fault of the app itself got in the way.',
    order_taken_up: 'The order was taken up.',
    ...accountFaults,
    unreadable: 'Another version of the app found this, and this version cannot read what it was.',
    inbox_stopped_half_way: 'The app stopped each time while it was handling this event.',
    inbox_failed_inside: 'The app failed while it was handling this event, by a fault of its own.',
    inbox_topic_unknown: 'This version of the app does not know the event “{{topic}}”.',
    inbox_reason_unknown:
      'An earlier version of the app could not handle this event, and the reason is no longer known.',
    order_event_unreadable: 'Shopify sent an event about an order that does not say which.',
    carrier_service_refused:
      'Shopify did not register the app for calculating shipping rates. It said: “{{said}}”',
    carrier_service_twice:
      'The shop has two carrier services of this app, and Shopify did not delete the older one. It said: “{{said}}”',
    definition_refused: 'Shopify did not create the order metafield “{{metafield}}”. It said: “{{said}}”',
    definition_conflict:
      'Your shop already defines order metafields that the app writes, with another type: {{metafields}}.',
    endpoints_gone: 'OneStock answered that the site has no endpoint, where it had {{known}} before.',
    webhook_paused:
      'The webhook of this app is paused in OneStock, which keeps its messages meanwhile. It goes on by itself when OneStock was only trying a message again.',
    webhook_signature_unknown:
      'Messages of OneStock about orders were refused, for they were not signed with a key of this app.',
    currency_mismatch:
      'Shopify asks for rates in {{currency}}, the currency of your shop, and these delivery options are priced in another one: {{options}}.',
    carrier_signature_wrong:
      'Rate requests arrive at the secret address of your shop, but their signature does not match the app’s secret.',
    customer_data_none:
      'A customer asked for their data (request {{request}} of Shopify). This app keeps nothing about them: there is nothing to add to your answer.',
    customer_data_kept:
      'A customer asked for their data (request {{request}} of Shopify). This app keeps, for {{orders}}, the delivery promise shown at checkout with its dates, store, country and postal code; no name, e-mail, phone number or street. Add to your answer the metafields of the namespace “onestock” of these orders, which hold the same.',
  },
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
    shop_facts: 'Until then shoppers’ rates rest on what was known before.',
    metafield_definitions:
      'Shoppers see their delivery options, but the promise may not be written on their orders.',
    carrier_service: 'Until then shoppers may see no delivery options of OneStock at checkout.',
    currency_mismatch: 'Shoppers do not see them.',
    carrier_signature: 'Shoppers see no delivery promises while signatures are required.',
  },
  remedy: {
    not_loaded: 'Your checkout is not affected. Try again in a moment.',
    run_stopped_half_way: 'Try again; if this message comes back, tell whoever operates this app.',
    run_failed_inside: 'Try again; if this message comes back, tell whoever operates this app.',
    unreadable: 'If it stays for a day, tell whoever operates this app.',
    event: 'Try it again. If it fails again and nothing is missing, dismiss it.',
    order_event_unreadable:
      'If an order was cancelled or edited just then, synchronize it again; then dismiss the event.',
    shopify_not_installed: 'Open the app once in the Shopify admin to connect it again.',
    shopify_unauthorized: 'Open the app in the Shopify admin to renew its access.',
    shopify_throttled: 'The app tries again by itself.',
    shopify_unreachable: 'The app tries again by itself.',
    shopify_timeout: 'The app tries again by itself.',
    shopify_failed: 'The app tries again by itself.',
    shopify_refused: 'Check that the app has every permission it asks for.',
    carrier_service_refused:
      'The usual reason is the plan: rates calculated by an app need the Advanced plan or a higher one, or the Grow plan paid yearly or with the carrier-calculated shipping add-on. Once that is solved, open this app again.',
    carrier_service_twice: 'Remove it in Settings > Shipping and delivery.',
    definition_conflict:
      'Remove these definitions in Settings > Custom data > Orders, then open this app again.',
    onestock_unreachable:
      'Check the host in the configuration; if it is right, the app asks again by itself.',
    onestock_timeout: 'The app asks again by itself; if this lasts, tell OneStock.',
    onestock_rate_limited:
      'The app waits and asks again; if this happens often, ask OneStock for a higher limit.',
    onestock_failed: 'The app asks again by itself; if this lasts, tell OneStock.',
    onestock_credentials_refused: 'Check the site id, the user id and the password in the configuration.',
    onestock_forbidden: 'Ask OneStock to grant this to the API user.',
    onestock_route_unknown: 'Correct the API version or the host in the configuration.',
    onestock_not_found: 'Check in OneStock that it still exists.',
    onestock_conflict: 'Look at the existing one in OneStock.',
    onestock_refused: 'If this lasts, tell OneStock.',
    onestock_unreadable: 'Check the host and the API version in the configuration.',
    onestock_host_refused:
      'Enter an https address under onestock-retail.com, or ask whoever operates this app to allow it.',
    endpoints_gone: 'Check in OneStock that the API user may read the endpoints of the site.',
    webhook_paused: 'If somebody paused it, enable it in OneStock.',
    webhook_signature_unknown:
      'The app gives OneStock its key again within the hour; if this message stays, ask OneStock how it signs the messages of its webhooks.',
    currency_mismatch: 'Set their prices in {{currency}}.',
    carrier_signature_wrong: 'Ask whoever operates this app to check its API secret.',
  },
} as const;
