/** What happened in a shop, put where the app keeps it. */

import { randomUUID } from 'node:crypto';
import type { DecidedOption, Rung } from '#app/features/promise/index.ts';
import { quotePlace, quotePrefix, toCallbackId } from '#app/features/promise/quote-id.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { promiseOf } from './shown-rates.ts';

export interface KeptCallback {
  shop: ShopDomain;
  receivedAt: Date;
  rung?: Rung;
  country?: string;
  status?: number;
  options?: DecidedOption[];
  failure?: { code: string; message: string };
  /** How many rates it was answered with, the first with a promise. */
  rates?: number;
}

/** Keeps a rate request with its trace, and returns its id. */
export async function keepCallback({ prisma }: Database, kept: KeptCallback): Promise<string> {
  const { shop, receivedAt, rates = 0, failure, options = [], rung = 'onestock', country = 'FR' } = kept;
  const id = toCallbackId(randomUUID());
  const answerId = randomUUID();
  await prisma.rateAnswer.create({
    data: {
      id: answerId,
      shop,
      composedAt: receivedAt,
      country,
      postalPrefix: '31',
      currency: 'EUR',
      locale: 'fr',
      lines: [{ sku: 'SKU-1', quantity: 2 }],
      status: kept.status ?? 200,
      rung,
      rateCount: rates,
      options: options as object[],
      failure,
      oneStockRequestId: 'request-1',
    },
  });
  const phasesMs = { parse: 1, onestock: 38 };
  await prisma.callback.create({ data: { id, shop, answerId, receivedAt, durationMs: 41.5, phasesMs } });
  for (let number = 1; number <= rates; number++) {
    await prisma.shownRate.create({
      data: {
        answerId,
        number,
        shop,
        composedAt: receivedAt,
        basketFingerprint: '',
        destinationFingerprint: '',
        country,
        postalPrefix: '31',
        code: `OPTION-${number}`,
        name: `Option ${number}`,
        price: 490,
        currency: 'EUR',
        minDate: new Date('2026-11-24T07:00:00Z'),
        maxDate: new Date('2026-11-25T07:00:00Z'),
        locale: 'fr',
        rung,
        promise: number === 1 ? (promiseOf(0) as object) : undefined,
      },
    });
  }
  return id;
}

/** The quote id of a rate of a kept callback. */
export function quoteIdOf(callbackId: string, number: number): string {
  return quotePrefix(callbackId) + quotePlace(number);
}
