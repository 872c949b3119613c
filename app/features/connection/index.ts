import type { Result } from 'neverthrow';
import type { RunKind } from '#app/features/runs/index.ts';
import type { NamedThing, OneStockError } from '#app/gateways/onestock/index.ts';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { AccountInput, AccountRefused } from './account-input.ts';
import {
  type Attachment,
  type AttachmentError,
  type AttachmentOutcome,
  type AttachmentSummary,
  attach,
  checkAttachment,
  detach,
  readAttachment,
} from './attachment/index.ts';
import { type AccountMissing, checkAccount } from './check-account.ts';
import {
  type Configuration,
  type ConfigurationInput,
  type ConfigurationRefused,
  type FoundEndpoint,
  findEndpoints,
  readConfiguration,
  readRulesetChainings,
  readSalesChannels,
  readShippingRateNames,
  readShopifyLocations,
  type ShopifyLocation,
  saveConfiguration,
} from './configuration/index.ts';
import { deliveryMethods } from './delivery-methods.ts';
import type { ConnectionDependencies } from './dependencies.ts';
import type { ConnectionDiagnosis } from './diagnosis.ts';
import { install } from './install.ts';
import { createTestLimit, type TestRefused } from './limit-tests.ts';
import { type ConnectionWebhook, createConnectionWebhook } from './onestock-webhook/index.ts';
import type { PreparationError } from './preparation-error.ts';
import { prepareShop } from './prepare-shop.ts';
import { redactOrders, redactShop, reportStoredData } from './privacy.ts';
import { readAccount } from './read-account.ts';
import { readShop, readShopByCarrierToken } from './read-shop.ts';
import { readStanding, type ShopStanding } from './read-standing.ts';
import { readStores } from './read-stores.ts';
import { connectionRuns } from './run-kinds.ts';
import { saveAccount } from './save-account.ts';
import {
  checkAllAccounts,
  mirrorAllEndpoints,
  prepareAllShops,
  repointCarrierServices,
} from './shop-jobs.ts';
import { testAccount } from './test-account.ts';
import type { Shop, ShopConnection, Store } from './types.ts';
import { uninstall } from './uninstall.ts';

export type { AccountInput, AccountRefused } from './account-input.ts';
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
} from './attachment/index.ts';
export type { AccountMissing } from './check-account.ts';
export type {
  Configuration,
  ConfigurationFault,
  ConfigurationInput,
  ConfigurationRefused,
  CountryChannel,
  FoundEndpoint,
  LocationMapping,
  RulesetMapping,
  ShopifyLocation,
} from './configuration/index.ts';
export type { ConnectionDependencies, ConnectionRun } from './dependencies.ts';
export type { ConnectionDiagnosis, ConnectionFault, ConnectionStep } from './diagnosis.ts';
export type { TestRefused } from './limit-tests.ts';
export type { WebhookSender } from './onestock-webhook/index.ts';
export type { PreparationError } from './preparation-error.ts';
export type { ShopStanding } from './read-standing.ts';
export { SHOP_TOPICS, type ShopTopic, shopEventFacts, shopEventHandlers } from './shop-events.ts';
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

  /** See {@link readConfiguration}. */
  configuration(shop: ShopDomain): Promise<Configuration | null>;
  /** See {@link saveConfiguration}. */
  saveConfiguration(shop: ShopDomain, input: ConfigurationInput): Promise<Result<void, ConfigurationRefused>>;
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

  /** Shopify's `shop/redact`; see {@link redactShop}. */
  redactShop(shop: ShopDomain, at: Date): Promise<void>;
  /** Shopify's `customers/redact`; see {@link redactOrders}. */
  redactOrders(shop: ShopDomain, orderIds: readonly OrderId[]): Promise<void>;
  /** Shopify's `customers/data_request`; see {@link reportStoredData}. */
  reportStoredData(shop: ShopDomain, request: { id: string; orderIds: readonly OrderId[] }): Promise<void>;
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
    configuration: (shop) => readConfiguration(dependencies, shop),
    saveConfiguration: (shop, input) => saveConfiguration(dependencies, shop, input),
    salesChannels: (shop) => readSalesChannels(dependencies, shop),
    rulesetChainings: (shop) => readRulesetChainings(dependencies, shop),
    shopifyLocations: (shop) => readShopifyLocations(dependencies, shop),
    shippingRateNames: (shop) => readShippingRateNames(dependencies, shop),
    findEndpoints: (shop, text) => findEndpoints(database, shop, text),
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
    redactShop: (shop, at) => redactShop(database, shop, at),
    redactOrders: (shop, orderIds) => redactOrders(database, shop, orderIds),
    reportStoredData: (shop, request) => reportStoredData(dependencies, shop, request),
  };
}
