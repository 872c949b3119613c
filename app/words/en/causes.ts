import type { CauseCode } from '../codes.ts';
import { accountCauses } from './account-causes.ts';
import { orderCauses } from './order-causes.ts';

/** What happened, in whole sentences, by code. What to do follows here, or stands in `remedies` where pages show it apart. */
export const causes = {
  ...accountCauses,
  ...orderCauses,
  sweep_orders_given_up: 'The app stopped looking for orders that Shopify did not announce.',
  mirror_stores_given_up: 'The app stopped reading the stores from OneStock.',
  check_account_given_up: 'The app could not check the OneStock account.',
  prepare_shop_given_up: 'The app could not register its parts in Shopify.',
  ensure_webhook_given_up: 'The app could not ask OneStock to report what happens to orders.',
  rotate_webhook_key_given_up: 'The app could not renew the key that OneStock signs with.',
  run_stopped_half_way: 'The app stopped during each of ten attempts.',
  run_failed_inside: 'A fault of the app itself got in the way.',
  order_taken_up: 'The order was taken up.',
  unreadable: 'Another version of the app found this, and this version cannot read what it was.',
  inbox_stopped_half_way: 'The app stopped each time while it was handling this event.',
  inbox_failed_inside: 'The app failed while it was handling this event, by a fault of its own.',
  inbox_topic_unknown: 'This version of the app does not know the event “{{topic}}”.',
  inbox_reason_unknown:
    'An earlier version of the app could not handle this event, and the reason was not kept.',
  carrier_service_refused:
    'Shopify did not register the app for calculating shipping rates. It said: “{{said}}”.',
  carrier_service_twice:
    'The app is registered twice for shipping rates, and Shopify did not delete the older registration. It said: “{{said}}”.',
  definition_refused: 'Shopify did not create the order metafield “{{metafield}}”. It said: “{{said}}”.',
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
} as const satisfies Record<CauseCode, string>;
