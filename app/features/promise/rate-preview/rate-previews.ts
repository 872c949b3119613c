import { err, ok, type Result } from 'neverthrow';
import { Temporal } from 'temporal-polyfill';
import type { DeliveryOptions } from '#app/features/delivery-options/index.ts';
import type { OneStockAccounts } from '#app/features/onestock-account/index.ts';
import type { Shop, Shops } from '#app/features/shops/index.ts';
import type { OneStockGateway } from '#app/gateways/onestock/index.ts';
import type { AdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { Clock } from '#app/platform/clock.ts';
import { createTimedUuids } from '#app/platform/crypto/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Logger } from '#app/platform/log.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { createSharedAnswers } from '../answers/shared-answers.ts';
import type { DeliveryPromises } from '../delivery-promises.ts';
import { readSnapshot } from '../read-snapshot.ts';
import type { Rate } from '../types.ts';
import { limitPreviews } from './limit-previews.ts';
import { previewRates } from './preview-rates.ts';
import { type BasketLine, rateBody } from './rate-body.ts';
import { readVariants } from './read-variants.ts';
import type {
  PreviewGrounds,
  PreviewLine,
  PreviewRefused,
  PreviewWarning,
  RatePreview,
  TriedRate,
  TriedRates,
} from './types.ts';

/** A person waits: what Shopify does not tell of the products in this time is left out. */
const PRODUCTS_PATIENCE_MS = 1200;

/** Previews of the checkout: what would a shopper be shown? */
export interface RatePreviews {
  /** What a preview of this shop can be made of; null when it has not installed the app. */
  grounds(shop: ShopDomain): Promise<PreviewGrounds | null>;
  /**
   * What the checkout would show for the basket and the address, and why; see {@link previewRates}. It goes by the configuration as it is
   * saved now. Weight, price and SKU of the lines are Shopify's where nothing is typed. Takes up to some four seconds; see {@link limitPreviews} for how many at once.
   */
  run(shop: ShopDomain, preview: RatePreview): Promise<Result<TriedRates, PreviewRefused>>;
}

export interface RatePreviewDependencies {
  database: Pick<Database, 'pool'>;
  shops: Pick<Shops, 'shop'>;
  oneStockAccounts: Pick<OneStockAccounts, 'account' | 'stores'>;
  deliveryOptions: Pick<DeliveryOptions, 'list' | 'texts'>;
  adminClients: AdminClients;
  oneStock: Pick<OneStockGateway, 'deliveryPromises'>;
  promises: Pick<DeliveryPromises, 'status'>;
  clock: Clock;
  log: Logger;
}

export function createRatePreviews(dependencies: RatePreviewDependencies): RatePreviews {
  const { shops, deliveryOptions, adminClients, oneStock, promises, clock, log } = dependencies;
  const shared = createSharedAnswers({ pool: dependencies.database.pool, log });
  const timedUuid = createTimedUuids();

  return {
    async grounds(domain) {
      const [shop, options] = await Promise.all([shops.shop(domain), deliveryOptions.list(domain)]);
      if (shop === null) return null;
      const active = options.filter(({ active }) => active);
      return {
        locales: [...new Set([shop.primaryLocale, ...shop.locales])],
        country: shop.country,
        timezone: shop.timezone,
        currency: shop.currency,
        servedCountries: [...new Set(active.flatMap(({ countries }) => countries))],
        optionCount: active.length,
      };
    },

    run: limitPreviews(async (domain, preview) => {
      const shop = await shops.shop(domain);
      if (!shop?.currency) return err(NOT_READY);
      const [snapshot, basket] = await Promise.all([
        readSnapshot(dependencies, shop),
        readBasket(adminClients, domain, preview.lines),
      ]);
      const body = rateBody(shop, preview, basket.lines, shop.currency);
      const now = momentOf(preview, shop) ?? clock.now();
      const tried = await previewRates(snapshot, body, preview.mode, {
        oneStock,
        status: promises.status,
        shared,
        clock: preview.moment === null ? clock : { now: () => now },
        newId: () => timedUuid(clock.now()),
      });
      const { answer, ...rest } = tried;
      const { status, trace } = answer.prepared;
      const json = status === 200 ? (JSON.parse(answer.body) as { rates: Rate[] }) : null;
      return ok({
        ...rest,
        status,
        rung: trace.rung,
        judgedAt: answer.answeredAt.toISOString(),
        rates: json?.rates.map(toTriedRate) ?? [],
        options: trace.options,
        lines: trace.lines,
        failure: trace.failure,
        softDeadlineMs: shop.softDeadlineMs,
        optionCount: snapshot.options.length,
        request: body,
        answer: json,
        warnings: basket.warnings,
      });
    }),
  };
}

const NOT_READY: PreviewRefused = { code: 'shop_not_ready', retryable: true };

async function readBasket(
  adminClients: AdminClients,
  shop: ShopDomain,
  lines: readonly PreviewLine[],
): Promise<{ lines: BasketLine[]; warnings: PreviewWarning[] }> {
  const variants = await inTime(
    adminClients
      .forShop(shop)
      .then(async (admin) => (admin.isOk() ? (await readVariants(admin.value, lines)).unwrapOr(null) : null)),
  );
  const basket = lines.map((line, index) => ({ line, variant: variants?.[index] ?? null }));
  if (variants === null) return { lines: basket, warnings: [{ code: 'products_unread' }] };
  const unknown = basket.filter(({ line, variant }) => variant === null && line.kind !== 'custom');
  return {
    lines: basket,
    warnings: unknown.map(({ line }) => ({ code: 'variant_unknown', sku: line.sku })),
  };
}

async function inTime<T>(work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PRODUCTS_PATIENCE_MS, null);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The instant of the preview's local time in the shop's zone. An hour that is skipped in spring is the one after it. */
function momentOf({ moment }: RatePreview, { timezone }: Shop): Date | null {
  if (moment === null) return null;
  const zoned = Temporal.PlainDateTime.from(moment).toZonedDateTime(timezone);
  return new Date(zoned.epochMilliseconds);
}

function toTriedRate(rate: Rate): TriedRate {
  return {
    code: rate.service_code,
    name: rate.service_name,
    description: rate.description,
    price: Number(rate.total_price),
    currency: rate.currency,
    minDate: rate.min_delivery_date?.slice(0, 10) ?? null,
    maxDate: rate.max_delivery_date?.slice(0, 10) ?? null,
  };
}
