import type {
  AccountInput,
  Configuration,
  ConfigurationFault,
  ConfigurationInput,
  CountryChannel,
  LocationMapping,
  RulesetMapping,
} from '#app/features/connection/index.ts';
import type { OrderSettings } from '#app/features/orders/index.ts';
import type { FieldError } from '../form/answer.ts';
import { type OrderSettingsValues, orderSettingsValues } from './order-settings-values.ts';

/** OneStock's shared hosts (https://github.com/OneStock-Retail/onestock-magento-connector). */
const SHARED_HOSTS = {
  production: 'https://api.onestock-retail.com',
  qualification: 'https://api-qualif.onestock-retail.com',
  training: 'https://api-training.onestock-retail.com',
} as const;

export const ENVIRONMENTS = ['production', 'qualification', 'training', 'other'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** The account as the page edits it. */
export interface AccountValues {
  siteId: string;
  environment: Environment;
  /** Counts in the environment `other` only. */
  otherHost: string;
  apiVersion: string;
  userId: string;
  /** Write-only: empty for the one that is stored. */
  password: string;
}

/** The configuration as the page edits it; numbers as they are typed. */
export interface ConfigurationValues extends AccountValues, OrderSettingsValues {
  /** Of the configuration that is edited. */
  version: number;
  /** Empty to leave it to OneStock. */
  salesChannel: string;
  salesChannels: CountryChannel[];
  itemIdSource: Configuration['itemIdSource'];
  signatureMode: Configuration['signatureMode'];
  softDeadlineMs: string;
  promiseLifeSeconds: string;
  syncsOrders: boolean;
  syncMoment: Configuration['syncMoment'];
  rulesets: RulesetMapping[];
  locations: LocationMapping[];
}

/** What is there while a shop has configured nothing. */
const NOTHING: Omit<ConfigurationValues, keyof AccountValues | keyof OrderSettingsValues> = {
  version: 1,
  salesChannel: '',
  salesChannels: [],
  itemIdSource: 'sku',
  signatureMode: 'require',
  softDeadlineMs: '350',
  promiseLifeSeconds: '300',
  syncsOrders: false,
  syncMoment: 'created',
  rulesets: [],
  locations: [],
};

export function formValues(
  configuration: Configuration | null,
  orderSettings: OrderSettings,
): ConfigurationValues {
  const account = { ...accountValues(configuration?.account ?? null), ...orderSettingsValues(orderSettings) };
  if (!configuration) return { ...account, ...NOTHING };
  const { version, salesChannels, itemIdSource, signatureMode, syncsOrders, syncMoment } = configuration;
  return {
    ...account,
    ...{ version, salesChannels, itemIdSource, signatureMode, syncsOrders, syncMoment },
    rulesets: sortedRulesets(configuration.rulesets),
    salesChannel: configuration.salesChannel ?? '',
    softDeadlineMs: String(configuration.softDeadlineMs),
    promiseLifeSeconds: String(configuration.promiseLifeSeconds),
    locations: sortedLocations(
      configuration.locations.map(({ locationId, endpointId }) => ({ locationId, endpointId })),
    ),
  };
}

/** In one order, so that a choice taken back leaves nothing to save. */
export function sortedRulesets(rulesets: readonly RulesetMapping[]): RulesetMapping[] {
  return rulesets.toSorted((one, other) =>
    `${one.source} ${one.key}`.localeCompare(`${other.source} ${other.key}`),
  );
}

/** See {@link sortedRulesets}. */
export function sortedLocations(locations: readonly LocationMapping[]): LocationMapping[] {
  return locations.toSorted((one, other) => one.locationId.localeCompare(other.locationId));
}

function accountValues(account: Configuration['account']): AccountValues {
  if (!account) {
    return {
      siteId: '',
      environment: 'production',
      otherHost: '',
      apiVersion: 'v3',
      userId: '',
      password: '',
    };
  }
  const { siteId, host, apiVersion, userId } = account;
  const shared = ENVIRONMENTS.find((one) => one !== 'other' && SHARED_HOSTS[one] === host);
  return {
    siteId,
    environment: shared ?? 'other',
    otherHost: shared ? '' : host,
    apiVersion,
    userId,
    password: '',
  };
}

export function accountInput(values: AccountValues): Omit<AccountInput, 'salesChannel'> {
  const { siteId, environment, otherHost, apiVersion, userId, password } = values;
  const host = environment === 'other' ? otherHost : SHARED_HOSTS[environment];
  return { siteId, host, apiVersion, userId, password };
}

export function configurationInput(values: ConfigurationValues): ConfigurationInput {
  const { version, salesChannels, itemIdSource, signatureMode } = values;
  const { syncsOrders, syncMoment, rulesets, locations } = values;
  return {
    account: accountInput(values),
    ...{ version, salesChannels, itemIdSource, signatureMode, syncsOrders, syncMoment, rulesets, locations },
    salesChannel: values.salesChannel || null,
    softDeadlineMs: wholeNumber(values.softDeadlineMs),
    promiseLifeSeconds: wholeNumber(values.promiseLifeSeconds),
  };
}

/** The errors at the fields of the page. */
export function fieldErrors(
  faults: readonly ConfigurationFault[],
  { environment }: Pick<AccountValues, 'environment'>,
): FieldError[] {
  const hostField = environment === 'other' ? 'otherHost' : 'environment';
  return faults.map(({ field, ...fault }) => ({ ...fault, field: field === 'host' ? hostField : field }));
}

/** NaN, which no setting takes, for what is no whole number. */
function wholeNumber(text: string): number {
  return /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
}
