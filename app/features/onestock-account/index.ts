import type { Result } from 'neverthrow';
import type { RunKind } from '#app/features/runs/index.ts';
import type { SettingsDependencies } from '#app/features/settings/index.ts';
import type { NamedThing, OneStockError } from '#app/gateways/onestock/index.ts';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { AccountInput, AccountRefused } from './account-input.ts';
import { accountKeeper, channelsKeeper } from './account-settings.ts';
import { type AccountStanding, readAccountStanding } from './account-standing.ts';
import {
  type Attachment,
  type AttachmentError,
  type AttachmentOutcome,
  type AttachmentSummary,
  attach,
  checkAttachment,
  detach,
  readAttachment,
} from '#app/features/carrier-service/attachment/index.ts';
import { type AccountMissing, checkAccount } from './check-account.ts';
import { deliveryMethods } from './delivery-methods.ts';
import type { ConnectionDependencies } from './dependencies.ts';
import type { ConnectionDiagnosis } from './diagnosis.ts';
import { type FoundEndpoint, findEndpoints, readEndpointNames } from './find-endpoints.ts';
import { install } from '#app/features/shops/install.ts';
import { createTestLimit, type TestRefused } from './limit-tests.ts';
import { readRulesetChainings, readSalesChannels } from './onestock-lists.ts';
import { type ConnectionWebhook, createConnectionWebhook } from './onestock-webhook/index.ts';
import type { PreparationError } from '#app/features/shops/preparation-error.ts';
import { prepareShop } from '#app/features/shops/prepare-shop.ts';
import { reportStoredData } from '#app/features/records/report-stored-data.ts';
import { readAccount } from './read-account.ts';
import { readShop, readShopByCarrierToken } from '#app/features/shops/read-shop.ts';
import { readStanding, type ShopStanding } from './read-standing.ts';
import { readStores } from './read-stores.ts';
import { connectionRuns } from './run-kinds.ts';
import { saveAccount } from './save-account.ts';
import {
  checkAllAccounts,
  mirrorAllEndpoints,
  prepareAllShops,
  repointCarrierServices,
  startWebhook,
} from './start-runs.ts';
import { readShippingRateNames, readShopifyLocations, type ShopifyLocation } from '#app/features/carrier-service/shipping-rate-names.ts';
import { testAccount } from './test-account.ts';
import type { Shop, ShopConnection, Store } from './types.ts';
import { uninstall } from '#app/features/shops/uninstall.ts';

export type { AccountInput, AccountRefused } from './account-input.ts';
export type { AccountStanding } from './account-standing.ts';
export type {
  Attachment,
  AttachmentError,
  AttachmentMode,
  AttachmentOutcome,
  AttachmentPlace,
  AttachmentState,
  AttachmentSummary,
  CarrierServiceState,
  PlaceFailure,
} from '#app/features/carrier-service/attachment/index.ts';
export type { AccountMissing } from './check-account.ts';
export type { ConnectionDependencies, ConnectionRun } from './dependencies.ts';
export type { ConnectionDiagnosis, ConnectionFault, ConnectionStep } from './diagnosis.ts';
export type { FoundEndpoint } from './find-endpoints.ts';
export type { TestRefused } from './limit-tests.ts';
export type { WebhookSender } from './onestock-webhook/index.ts';
export type { PreparationError } from '#app/features/shops/preparation-error.ts';
export type { ShopStanding } from './read-standing.ts';
export { shopTopics } from '#app/features/shops/shop-events.ts';
export type { ShopifyLocation } from '#app/features/carrier-service/shipping-rate-names.ts';
export { SHOPIFY, type ShopifyTopic, type ShopifyTopics, shopifySource } from '#app/features/shops/shopify-source.ts';
export { TABLES } from './tables.ts';
export type * from './types.ts';

/** A shop's ties: to Shopify, where the app is installed, and to its OneStock site. */
export interface Connection extends ConnectionWebhook {
  /** The installed shop, or null. */
  shop(domain: ShopDomain): Promise<Shop | null>;
  /** See {@link readStanding}. */
  standing(shop: ShopDomain): Promise<ShopStanding>;
  /** The installed shop to whose carrier service the path token belongs, or null. */
  shopByCarrierToken(token: string): Promise<Shop | null>;
  /** See {@link install}. */
  install(shop: ShopDomain): Promise<void>;
  /** What this feature does in runs. */
  runs: readonly RunKind[];
  /** The run `prepare_shop`; see {@link prepareShop}. */
  prepareShop(shop: ShopDomain): Promise<Result<void, PreparationError>>;
  /** See {@link prepareAllShops}. */
  prepareAllShops(): Promise<void>;
  /** To be called when the app starts, for its address may have changed; see {@link repointCarrierServices}. */
  repointCarrierServices(): Promise<void>;
  /** See {@link uninstall}. */
  uninstall(shop: ShopDomain, at: Date): Promise<void>;

  /** The parts of the settings that are kept here; see {@link accountKeeper} and {@link channelsKeeper}. */
  settings: Omit<SettingsDependencies, 'database' | 'clock'>;
  /** See {@link readAccountStanding}. */
  accountStanding(shop: ShopDomain): Promise<AccountStanding>;
  /** See {@link readSalesChannels}. */
  salesChannels(shop: ShopDomain): Promise<Result<NamedThing[], OneStockError>>;
  /** See {@link readRulesetChainings}. */
  rulesetChainings(shop: ShopDomain): Promise<Result<NamedThing[], OneStockError>>;
  /** See {@link readShopifyLocations}. */
  shopifyLocations(shop: ShopDomain): Promise<Result<ShopifyLocation[], ShopifyError>>;
  /** See {@link readShippingRateNames}. */
  shippingRateNames(shop: ShopDomain): Promise<Result<string[], ShopifyError>>;
  /** See {@link findEndpoints}. */
  findEndpoints(shop: ShopDomain, text: string): Promise<FoundEndpoint[]>;
  /** See {@link readEndpointNames}. */
  endpointNames(shop: ShopDomain, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;

  /** See {@link readAttachment}. */
  readAttachment(shop: ShopDomain): Promise<Result<Attachment, AttachmentError>>;
  /** See {@link checkAttachment}. */
  checkAttachment(shop: ShopDomain): Promise<Result<AttachmentSummary, AttachmentError>>;
  /** See {@link attach}. */
  attach(shop: ShopDomain, placeIds: readonly string[]): Promise<Result<AttachmentOutcome, AttachmentError>>;
  /** See {@link detach}. */
  detach(shop: ShopDomain, placeIds: readonly string[]): Promise<Result<AttachmentOutcome, AttachmentError>>;

  /** See {@link readAccount}. */
  account(shop: ShopDomain): Promise<ShopConnection | null>;
  /** See {@link saveAccount}. */
  saveAccount(shop: ShopDomain, input: AccountInput): Promise<Result<ShopConnection, AccountRefused>>;
  /** See {@link checkAccount}. */
  checkAccount(shop: ShopDomain): Promise<Result<ConnectionDiagnosis, AccountMissing>>;
  /** To be called every few minutes; see {@link checkAllAccounts}. */
  checkAllAccounts(): Promise<void>;
  /** See {@link testAccount}, and {@link createTestLimit} for how often. */
  testAccount(
    shop: ShopDomain,
    input: AccountInput,
  ): Promise<Result<ConnectionDiagnosis, AccountRefused | TestRefused>>;
  /** To be called now and then; see {@link mirrorAllEndpoints}. */
  mirrorAllEndpoints(): Promise<void>;
  /** See {@link deliveryMethods}. */
  deliveryMethods(shop: ShopDomain): Promise<Result<NamedThing[], OneStockError | AccountMissing>>;
  /** See {@link readStores}. */
  stores(shop: ShopDomain): Promise<Store[]>;

  /** See {@link reportStoredData}. */
  reportStoredData(shop: ShopDomain, request: { id: string; orders: readonly string[] }): Promise<void>;
}

export function createConnection(dependencies: ConnectionDependencies): Connection {
  const { database, runs, appUrl, clock } = dependencies;
  const limit = createTestLimit(clock);
  return {
    ...createConnectionWebhook(dependencies),
    shop: (domain) => readShop(database, domain),
    standing: (shop) => readStanding(database, shop),
    shopByCarrierToken: (token) => readShopByCarrierToken(database, token),
    runs: connectionRuns(dependencies),
    install: (shop) => install(dependencies, shop),
    prepareShop: (shop) => prepareShop(dependencies, shop),
    prepareAllShops: () => prepareAllShops(database, runs),
    repointCarrierServices: () => repointCarrierServices(database, runs, appUrl),
    uninstall: (shop, at) => uninstall(dependencies, shop, at),
    settings: {
      account: accountKeeper(dependencies),
      channels: channelsKeeper(dependencies),
      endpointNames: (shop, ids) => readEndpointNames(database, shop, ids),
      whenSaved: (transaction, shop) => startWebhook(runs, transaction, shop),
    },
    accountStanding: (shop) => readAccountStanding(dependencies, shop),
    salesChannels: (shop) => readSalesChannels(dependencies, shop),
    rulesetChainings: (shop) => readRulesetChainings(dependencies, shop),
    shopifyLocations: (shop) => readShopifyLocations(dependencies, shop),
    shippingRateNames: (shop) => readShippingRateNames(dependencies, shop),
    findEndpoints: (shop, text) => findEndpoints(database, shop, text),
    endpointNames: (shop, ids) => readEndpointNames(database, shop, ids),
    readAttachment: (shop) => readAttachment(dependencies, shop),
    checkAttachment: (shop) => checkAttachment(dependencies, shop),
    attach: (shop, placeIds) => attach(dependencies, shop, placeIds),
    detach: (shop, placeIds) => detach(dependencies, shop, placeIds),
    account: (shop) => readAccount(dependencies, shop),
    saveAccount: (shop, input) => saveAccount(dependencies, shop, input),
    checkAccount: (shop) => checkAccount(dependencies, shop),
    checkAllAccounts: () => checkAllAccounts(database, runs),
    testAccount: (shop, input) => testAccount({ ...dependencies, limit }, shop, input),
    mirrorAllEndpoints: () => mirrorAllEndpoints(database, runs),
    deliveryMethods: (shop) => deliveryMethods(dependencies, shop),
    stores: (shop) => readStores(database, shop),
    reportStoredData: (shop, request) => reportStoredData(dependencies, shop, request),
  };
}
