import {
  type CarrierService,
  createCarrierService,
  newPathToken,
  registrationStep,
} from '#app/features/carrier-service/index.ts';
import {
  createOneStockAccounts,
  type OneStockAccountDependencies,
  type OneStockAccounts,
} from '#app/features/onestock-account/index.ts';
import { nextVersion } from '#app/features/settings/index.ts';
import { CHECKOUT, groupIn, settingsLock } from '#app/features/settings/shape.ts';
import { createShops, type Shops, type ShopsDependencies } from '#app/features/shops/index.ts';

/** What a shop is tied by: to the app, to its OneStock site, and by its checkout. */
export interface ShopTies {
  shops: Shops;
  oneStockAccounts: OneStockAccounts;
  carrierService: CarrierService;
}

export type ShopTiesDependencies = Omit<OneStockAccountDependencies, 'settingsWriting'> &
  Pick<ShopsDependencies, 'adminClients'>;

/** Builds the three features, and hands to each what the others do when something happens in it. */
export function createShopTies(dependencies: ShopTiesDependencies): ShopTies {
  const { database, sealer, clock, log, adminClients, oneStock, obstacles, runs, appUrl } = dependencies;
  const oneStockAccounts = createOneStockAccounts({
    database,
    sealer,
    clock,
    log,
    oneStock,
    hostPolicy: dependencies.hostPolicy,
    obstacles,
    runs,
    settingsWriting: { lock: settingsLock, nextVersion },
    appUrl,
  });
  const shops = createShops({
    database,
    clock,
    adminClients,
    obstacles,
    runs,
    checkoutChoices: (settings) => groupIn(settings, CHECKOUT),
    newToken: (shop) => newPathToken(sealer, shop),
    steps: [registrationStep({ database, sealer, appUrl })],
    whenBack: oneStockAccounts.startWebhook,
    whenLeft: oneStockAccounts.dropWebhook,
  });
  const carrierService = createCarrierService({ database, sealer, adminClients, runs, appUrl });
  return { shops, oneStockAccounts, carrierService };
}
