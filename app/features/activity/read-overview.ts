import { type DeliveryOption, textFor } from '#app/features/delivery-options/index.ts';
import type { ShopDomain } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { ConnectionOverview, DeliveryOptionOverview, Overview, ProblemOverview } from './overview.ts';
import { priceInWords } from './price-in-words.ts';
import type { Problem, Problems } from './problems.ts';
import { readCallbacks } from './read-callbacks.ts';

export interface OverviewDependencies {
  database: Database;
  problems: Problems;
  /** The shop's options in the order of the checkout. */
  deliveryOptions: { list(shop: ShopDomain): Promise<DeliveryOption[]> };
}

const CALLBACKS_SHOWN = 20;

/** Everything that the first page shows of a shop, from our own tables only: it waits for no outside system. */
export async function readOverview(
  { database, problems, deliveryOptions }: OverviewDependencies,
  shop: ShopDomain,
): Promise<Overview> {
  const { prisma } = database;
  const [facts, account, options, callbacks, open] = await Promise.all([
    prisma.shop.findUnique({ where: { domain: shop }, select: { timezone: true, primaryLocale: true } }),
    prisma.oneStockConnection.findUnique({ where: { shop }, omit: { password: true } }),
    deliveryOptions.list(shop),
    readCallbacks(database, shop, CALLBACKS_SHOWN),
    problems.list(shop),
  ]);
  const connectionProblem = open.find(({ key }) => key === 'onestock_connection');
  return {
    connection: connectionOverview(account, connectionProblem),
    options: options.map((option) => optionOverview(option, facts?.primaryLocale ?? 'en')),
    callbacks,
    problems: open.map(problemOverview),
    timezone: facts?.timezone ?? 'UTC',
  };
}

interface Account {
  siteId: string;
  host: string;
  apiVersion: string;
  salesChannel: string | null;
  checkedAt: Date | null;
}

function connectionOverview(account: Account | null, problem: Problem | undefined): ConnectionOverview {
  if (!account) return { state: 'not_connected' };
  const { siteId, host, apiVersion, salesChannel, checkedAt } = account;
  return {
    state: problem ? 'failing' : 'connected',
    siteId,
    host,
    apiVersion,
    salesChannel: salesChannel ?? undefined,
    checkedAt: checkedAt?.toISOString(),
    message: problem?.message,
  };
}

function optionOverview(option: DeliveryOption, primaryLocale: string): DeliveryOptionOverview {
  const { handle, kind, names, countries, active, position } = option;
  return {
    handle,
    kind,
    name: textFor(names, primaryLocale, 'en')?.text ?? handle,
    priceInWords: priceInWords(option.price, option.currency),
    countries,
    active,
    position,
  };
}

function problemOverview({ key, severity, message, raisedAt }: Problem): ProblemOverview {
  return { key, severity, message, raisedAt: raisedAt.toISOString() };
}
