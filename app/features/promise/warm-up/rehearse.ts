import { okAsync } from 'neverthrow';
import { DEFAULT_TEXTS, type DeliveryOption } from '#app/features/delivery-options/index.ts';
import type { ShopConnection } from '#app/features/onestock-account/index.ts';
import type { Shop } from '#app/features/shops/index.ts';
import { type DeliveryPromiseQuestion, readDeliveryOptions } from '#app/gateways/onestock/index.ts';
import type { Clock } from '#app/platform/clock.ts';
import { createTimedUuids } from '#app/platform/crypto/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Logger } from '#app/platform/log.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { createSharedAnswers } from '../answers/shared-answers.ts';
import type { DeliveryPromises } from '../delivery-promises.ts';
import { previewRates } from '../rate-preview/preview-rates.ts';
import { rateBody } from '../rate-preview/rate-body.ts';
import { readSnapshot, type SnapshotSource } from '../read-snapshot.ts';
import { sampleMoments } from '../sample-moments.ts';
import type { RateAnswer, ShopSnapshot } from '../types.ts';

export interface RehearsalDependencies extends SnapshotSource {
  database: Pick<Database, 'pool'>;
  promises: Pick<DeliveryPromises, 'status' | 'noteSignature'>;
  clock: Clock;
  log: Logger;
}

/**
 * Answers one rate request of a made-up shop by the code of the checkout door, with a made-up word of OneStock. Reads the configuration of
 * that shop, of which there is none, and leaves no trace.
 */
export async function rehearse(dependencies: RehearsalDependencies): Promise<RateAnswer> {
  const { database, promises, clock, log } = dependencies;
  const snapshot: ShopSnapshot = {
    ...(await readSnapshot(dependencies, MADE_UP_SHOP)),
    connection: CONNECTION,
    options: [OPTION],
    texts: DEFAULT_TEXTS,
  };
  const body = rateBody(MADE_UP_SHOP, REQUEST, [{ line: LINE, variant: null }], OPTION.currency);
  const timedUuid = createTimedUuids();
  const { answer } = await previewRates(snapshot, body, 'checkout', {
    oneStock: {
      deliveryPromises: (_, question) => okAsync({ promises: samplePromises(question, clock.now()) }),
    },
    status: promises.status,
    shared: createSharedAnswers({ pool: database.pool, log }),
    clock,
    newId: () => timedUuid(clock.now()),
  });
  // As the door does of each request: it finds nothing to clear.
  promises.noteSignature(MADE_UP_SHOP.domain, true);
  return answer;
}

/** What OneStock would say, read as its answers are. */
function samplePromises({ options }: DeliveryPromiseQuestion, now: Date) {
  const { timezone } = MADE_UP_SHOP;
  const { cutoff, etaStart, etaEnd } = sampleMoments(now, timezone);
  const seconds = (moment: Date) => Math.round(moment.getTime() / 1000);
  const said = options.map(({ deliveryMethod }) => ({
    delivery_method: deliveryMethod,
    status: 'valid',
    cutoff: seconds(cutoff),
    eta_start: seconds(etaStart),
    eta_end: seconds(etaEnd),
    destination: { location: { timezone } },
    delivery_routes: [{ carrier: { name: 'DHL' } }],
  }));
  return readDeliveryOptions(said) ?? [];
}

/** No shop of Shopify can have this name. */
const MADE_UP_SHOP: Shop = {
  outsideLines: 'leave_out',
  domain: 'rehearsal.invalid' as ShopDomain,
  name: null,
  currency: 'EUR',
  timezone: 'Europe/Paris',
  country: 'FR',
  primaryLocale: 'en',
  locales: [],
  installedAt: new Date(0),
  preparedAt: null,
  carrierServiceId: null,
  fingerprintSalt: '',
  mainOrigin: null,
  itemIdSource: 'sku',
  softDeadlineMs: 350,
  promiseLifeSeconds: 300,
  shownRateLifeHours: 24,
  signatureMode: 'require',
};

const CONNECTION: ShopConnection = {
  account: { siteId: '', host: '', apiVersion: '', userId: '', password: '' },
  salesChannel: null,
  salesChannels: {},
  version: 0,
  checkedAt: null,
  endpointsMirroredAt: null,
};

const OPEN = { min: null, max: null };
const OPTION: DeliveryOption = {
  id: 'rehearsal',
  shop: MADE_UP_SHOP.domain,
  handle: 'rehearsal',
  kind: 'home',
  deliveryMethod: 'rehearsal',
  names: { en: 'Delivery' },
  descriptions: {},
  countries: ['FR'],
  basketTotal: OPEN,
  weightGrams: OPEN,
  price: { kind: 'fixed', amount: 0, freeFrom: null },
  currency: 'EUR',
  chargeOnce: false,
  acceptedStatuses: ['valid'],
  fallback: { policy: 'without_date' },
  fallbackOnly: false,
  nearCutoff: 'show',
  stores: null,
  position: 0,
  active: true,
};

const REQUEST = {
  destination: { country: 'FR', region: null, zip: '75001', city: 'Paris', latitude: 48.86, longitude: 2.34 },
  locale: 'en',
};
const LINE = {
  variantId: 'gid://shopify/ProductVariant/1',
  sku: 'rehearsal',
  quantity: 1,
  grams: 0,
  unitPrice: 0,
  kind: 'own',
} as const;
