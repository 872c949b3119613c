import { type DeliveryOption, textFor } from '#app/features/delivery-options/index.ts';
import type { ShopDomain } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Callback } from '#app/platform/database/generated/client.ts';
import type {
  CallbackOverview,
  ConnectionOverview,
  DeliveryOptionOverview,
  Overview,
  ProblemOverview,
} from './overview.ts';
import { priceInWords } from './price-in-words.ts';
import type { Problem, Problems } from './problems.ts';

export interface OverviewDependencies {
  database: Database;
  problems: Problems;
  /** The shop's options in the order of the checkout. */
  deliveryOptions: { list(shop: ShopDomain): Promise<DeliveryOption[]> };
}

const CALLBACKS_SHOWN = 20;

/** Everything that the first page shows of a shop, from our own tables only: it waits for no outside system. */
export async function readOverview(
  { database: { prisma }, problems, deliveryOptions }: OverviewDependencies,
  shop: ShopDomain,
): Promise<Overview> {
  const [facts, account, options, callbacks, open] = await Promise.all([
    prisma.shop.findUnique({ where: { domain: shop }, select: { timezone: true, primaryLocale: true } }),
    prisma.oneStockConnection.findUnique({ where: { shop }, omit: { password: true } }),
    deliveryOptions.list(shop),
    prisma.callback.findMany({
      where: { shop },
      orderBy: { receivedAt: 'desc' },
      take: CALLBACKS_SHOWN,
    }),
    problems.list(shop),
  ]);
  const connectionProblem = open.find(({ key }) => key === 'onestock_connection');
  return {
    connection: connectionOverview(account, connectionProblem),
    options: options.map((option) => optionOverview(option, facts?.primaryLocale ?? 'en')),
    callbacks: callbacks.map(callbackOverview),
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

interface AskedLine {
  sku: string | null;
  quantity: number;
}

/** The JSON columns hold what the checkout wrote in these very shapes. */
function callbackOverview(row: Callback): CallbackOverview {
  return {
    id: row.id,
    receivedAt: row.receivedAt.toISOString(),
    country: row.country ?? undefined,
    postalPrefix: row.postalPrefix ?? undefined,
    rung: row.rung as CallbackOverview['rung'],
    status: row.status,
    durationMs: row.durationMs,
    phasesMs: row.phasesMs as unknown as CallbackOverview['phasesMs'],
    rateCount: row.rateCount,
    lines: (row.lines as unknown as AskedLine[]).map(({ sku, quantity }) => ({
      sku: sku ?? '(no SKU)',
      quantity,
    })),
    options: row.options as unknown as CallbackOverview['options'],
    failure: (row.failure ?? undefined) as unknown as CallbackOverview['failure'],
  };
}

function problemOverview({ key, severity, message, raisedAt }: Problem): ProblemOverview {
  return { key, severity, message, raisedAt: raisedAt.toISOString() };
}
