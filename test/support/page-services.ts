import { allDefaultsOf, GROUPS } from '#app/features/settings/shape.ts';
import type { PageServices } from '#app/load-context.ts';
import { healthOf } from './health.ts';

/** Of each feature only what a test's pages ask for. */
type GivenServices = {
  [Feature in Exclude<keyof PageServices, 'orders'>]?: Partial<PageServices[Feature]>;
} & { orders?: { [Part in keyof PageServices['orders']]?: Partial<PageServices['orders'][Part]> } };

export const NO_ORDERS = { isOn: false, exportedToday: 0, waiting: 0, held: 0 };

/** What the pages are given: a connected shop where nothing has happened yet, except for what the test gives. */
export function pageServices(given: GivenServices = {}): PageServices {
  const services: Required<GivenServices> = {
    shops: { ...given.shops },
    carrierService: { ...given.carrierService },
    oneStockAccounts: {
      status: async () => ({ isConnected: true, timezone: 'Europe/Paris' }),
      ...given.oneStockAccounts,
    },
    deliveryOptions: { ...given.deliveryOptions },
    traces: { ...given.traces },
    promises: { ...given.promises },
    ratePreviews: { ...given.ratePreviews },
    orders: {
      promise: {},
      export: {},
      ...given.orders,
      views: { count: async () => NO_ORDERS, ...given.orders?.views },
    },
    settings: {
      read: async () => ({ version: 1, savedAt: null, values: allDefaultsOf(GROUPS) }),
      ...given.settings,
    },
    optionPreviews: { ...given.optionPreviews },
    health: healthOf(given.health),
    runs: { ...given.runs },
    texts: { ...given.texts },
    inbox: { ...given.inbox },
  };
  // A page that asks for more than its test gives fails, which is what the test should see.
  return services as PageServices;
}
