import type { Code } from '../codes.ts';

/** What to do, by code, where the words of what happened do not say it. */
export const remedies = {
  not_loaded: 'Your checkout is not affected. Try again in a moment.',
  run_stopped_half_way: 'Try again; if this message comes back, tell whoever operates this app.',
  run_failed_inside: 'Try again; if this message comes back, tell whoever operates this app.',
  unreadable: 'If it stays for a day, tell whoever operates this app.',
  order_event_unreadable:
    'If an order was cancelled or edited just then, synchronize it again; then dismiss the event.',
  shopify_not_installed: 'Open the app once in the Shopify admin to connect it again.',
  shopify_unauthorized: 'Open the app in the Shopify admin to renew its access.',
  shopify_refused: 'Check that the app has every permission it asks for.',
  carrier_service_refused:
    'The usual reason is the plan: rates calculated by an app need the Advanced plan or a higher one, or the Grow plan paid yearly or with the carrier-calculated shipping add-on. Once that is solved, open this app again.',
  carrier_service_twice: 'Remove the older one in Settings > Shipping and delivery.',
  definition_conflict:
    'Remove these definitions in Settings > Custom data > Orders, then open this app again.',
  onestock_unreachable: 'Check the host in the configuration.',
  onestock_credentials_refused: 'Check the site id, the user id and the password in the configuration.',
  onestock_forbidden: 'Ask OneStock to grant this to the API user.',
  onestock_route_unknown: 'Correct the API version or the host in the configuration.',
  onestock_not_found: 'Check in OneStock that what was asked for still exists.',
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
} as const satisfies Partial<Record<Code, string>>;
