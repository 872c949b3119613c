import type { Result } from 'neverthrow';
import type { RunKind } from '#app/features/runs/index.ts';
import type { NamedThing, OneStockError } from '#app/gateways/onestock/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { AccountInput, AccountRefused } from './account-input.ts';
import {
  accountKeeper,
  type ChannelValues,
  channelsKeeper,
  type KeptWithAccount,
} from './account-settings.ts';
import { type AccountStatus, readAccountStatus } from './account-status.ts';
import { type AccountMissing, checkAccount } from './check-account.ts';
import { deliveryMethods } from './delivery-methods.ts';
import type { OneStockAccountDependencies } from './dependencies.ts';
import type { ConnectionDiagnosis } from './diagnosis.ts';
import { type FoundEndpoint, findEndpoints, readEndpointNames } from './find-endpoints.ts';
import { createTestLimit, type TestRefused } from './limit-tests.ts';
import { readRulesetChainings, readSalesChannels } from './onestock-lists.ts';
import { createOrderWebhook, type OrderWebhook } from './onestock-webhook/index.ts';
import { readAccount } from './read-account.ts';
import { readStores } from './read-stores.ts';
import { accountRuns } from './run-kinds.ts';
import { saveAccount } from './save-account.ts';
import { readShopStatus, type ShopStatus } from './shop-status.ts';
import { checkAllAccounts, mirrorAllEndpoints } from './start-runs.ts';
import { testAccount } from './test-account.ts';
import type { ShopConnection, Store } from './types.ts';

export type { AccountInput, AccountRefused } from './account-input.ts';
export type { ChannelValues, KeptWithAccount } from './account-settings.ts';
export type { AccountStatus } from './account-status.ts';
export type { AccountMissing } from './check-account.ts';
export type { OneStockAccountDependencies, SettingsWriting } from './dependencies.ts';
export type { ConnectionDiagnosis, ConnectionFault, ConnectionStep } from './diagnosis.ts';
export type { FoundEndpoint } from './find-endpoints.ts';
export type { TestRefused } from './limit-tests.ts';
export type { WebhookSender } from './onestock-webhook/index.ts';
export type { ShopStatus } from './shop-status.ts';
export { TABLES } from './tables.ts';
export type * from './types.ts';

/** The accounts of shops at OneStock, and what their sites tell. */
export interface OneStockAccounts extends OrderWebhook {
  /** See {@link readShopStatus}. */
  status(shop: ShopDomain): Promise<ShopStatus>;
  /** See {@link readAccount}. */
  account(shop: ShopDomain): Promise<ShopConnection | null>;
  /** See {@link readAccountStatus}. */
  accountStatus(shop: ShopDomain): Promise<AccountStatus>;
  /** See {@link saveAccount}. */
  saveAccount(shop: ShopDomain, input: AccountInput): Promise<Result<ShopConnection, AccountRefused>>;
  /** The parts of the settings that are kept here; see {@link accountKeeper} and {@link channelsKeeper}. */
  settings: {
    account: KeptWithAccount<Omit<AccountInput, 'salesChannel'>>;
    channels: KeptWithAccount<ChannelValues>;
  };
  /** See {@link checkAccount}. */
  checkAccount(shop: ShopDomain): Promise<Result<ConnectionDiagnosis, AccountMissing>>;
  /** To be called every few minutes; see {@link checkAllAccounts}. */
  checkAllAccounts(): Promise<void>;
  /** See {@link testAccount}, and {@link createTestLimit} for how often. */
  testAccount(
    shop: ShopDomain,
    input: AccountInput,
  ): Promise<Result<ConnectionDiagnosis, AccountRefused | TestRefused>>;
  /** What this feature does in runs. */
  runs: readonly RunKind[];
  /** To be called now and then; see {@link mirrorAllEndpoints}. */
  mirrorAllEndpoints(): Promise<void>;
  /** See {@link readStores}. */
  stores(shop: ShopDomain): Promise<Store[]>;
  /** See {@link findEndpoints}. */
  findEndpoints(shop: ShopDomain, text: string): Promise<FoundEndpoint[]>;
  /** See {@link readEndpointNames}. */
  endpointNames(shop: ShopDomain, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** See {@link readSalesChannels}. */
  salesChannels(shop: ShopDomain): Promise<Result<NamedThing[], OneStockError>>;
  /** See {@link readRulesetChainings}. */
  rulesetChainings(shop: ShopDomain): Promise<Result<NamedThing[], OneStockError>>;
  /** See {@link deliveryMethods}. */
  deliveryMethods(shop: ShopDomain): Promise<Result<NamedThing[], OneStockError | AccountMissing>>;
}

export function createOneStockAccounts(dependencies: OneStockAccountDependencies): OneStockAccounts {
  const { database, runs, clock } = dependencies;
  const limit = createTestLimit(clock);
  return {
    ...createOrderWebhook(dependencies),
    status: (shop) => readShopStatus(database, shop),
    account: (shop) => readAccount(dependencies, shop),
    accountStatus: (shop) => readAccountStatus(dependencies, shop),
    saveAccount: (shop, input) => saveAccount(dependencies, shop, input),
    settings: { account: accountKeeper(dependencies), channels: channelsKeeper(dependencies) },
    checkAccount: (shop) => checkAccount(dependencies, shop),
    checkAllAccounts: () => checkAllAccounts(database, runs),
    testAccount: (shop, input) => testAccount({ ...dependencies, limit }, shop, input),
    runs: accountRuns(dependencies),
    mirrorAllEndpoints: () => mirrorAllEndpoints(database, runs),
    stores: (shop) => readStores(database, shop),
    findEndpoints: (shop, text) => findEndpoints(database, shop, text),
    endpointNames: (shop, ids) => readEndpointNames(database, shop, ids),
    salesChannels: (shop) => readSalesChannels(dependencies, shop),
    rulesetChainings: (shop) => readRulesetChainings(dependencies, shop),
    deliveryMethods: (shop) => deliveryMethods(dependencies, shop),
  };
}
