import { err, ok, type Result } from 'neverthrow';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { OfferedRate } from './types.ts';

/** The documented form, `2013-04-12 14:48:45 -0400`. */
const datePattern = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}) ([+-]\d{2}):?(\d{2})$/;

const deliveryDate = z
  .string()
  .transform((text, context) => {
    const instant = isoInstant(text);
    if (instant === null) context.addIssue({ code: 'custom', message: `not a date: ${text}` });
    return instant;
  })
  .nullish()
  .transform((instant) => instant ?? null);

const subunits = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .refine((amount) => Number.isSafeInteger(amount) && amount >= 0, 'not an amount in subunits');

const rateSchema = z.object({
  service_name: z.string().min(1),
  service_code: z.string().min(1),
  description: z.string(),
  currency: z.string(),
  total_price: subunits,
  min_delivery_date: deliveryDate,
  max_delivery_date: deliveryDate,
  metafields: z
    .array(z.object({ namespace: z.string(), key: z.string(), type: z.string(), value: z.string() }))
    .nullish(),
});

const answerSchema = z.object({ rates: z.array(z.unknown()) });

export interface AnswerRules {
  /** The shop's currency, in which Shopify asked. */
  currency: string;
  carrierServiceId: string;
  /**
   * What one faulty rate does. True: the whole answer is a bad body. False: the faulty rate is left out. Shopify documents that
   * required fields "must be included for the integration to work properly" and not what happens without them. Inferred.
   */
  refuseFaultyRates: boolean;
}

/**
 * Reads the body of a carrier's 2xx answer (https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryCarrierService).
 * Two rates of one code and one price are one (https://github.com/Shopify/shopify-api-ruby/issues/512): the first is kept.
 * @returns the rates, none when the carrier declines; or, in words, what makes the body a bad one
 */
export function parseCarrierAnswer(text: string, rules: AnswerRules): Result<OfferedRate[], string> {
  const answer = answerSchema.safeParse(parseJson(text));
  if (!answer.success) return err('the body is not a JSON object with an array of rates');
  const rates: OfferedRate[] = [];
  for (const [at, candidate] of answer.data.rates.entries()) {
    const rate = parseRate(candidate, rules);
    if (rate.isErr() && rules.refuseFaultyRates) return err(`rate ${at + 1}: ${rate.error}`);
    if (rate.isOk() && !rates.some((kept) => isSameRate(kept, rate.value))) rates.push(rate.value);
  }
  return ok(rates);
}

function parseRate(candidate: unknown, rules: AnswerRules): Result<OfferedRate, string> {
  const parsed = rateSchema.safeParse(candidate);
  if (!parsed.success) {
    return err(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  }
  const rate = parsed.data;
  if (rate.currency !== rules.currency) {
    // Undocumented: the carrier is asked in the shop's currency, and nothing says that an answer in another is converted.
    return err(`currency: ${rate.currency} where ${rules.currency} was asked for`);
  }
  return ok({
    title: rate.service_name,
    code: rate.service_code,
    description: rate.description,
    price: rate.total_price,
    currency: rate.currency,
    minDeliveryDate: rate.min_delivery_date,
    maxDeliveryDate: rate.max_delivery_date,
    metafields: rate.metafields ?? [],
    carrierServiceId: rules.carrierServiceId,
  });
}

function isSameRate(one: OfferedRate, other: OfferedRate): boolean {
  return one.code === other.code && one.price === other.price;
}

/** The ISO 8601 text of a documented date, its offset kept: the day that the carrier meant is the day there. */
function isoInstant(text: string): string | null {
  const [, day, time, hours, minutes] = datePattern.exec(text) ?? [];
  if (day === undefined) return null;
  const iso = `${day}T${time}${hours}:${minutes}`;
  try {
    Temporal.Instant.from(iso);
    return iso;
  } catch {
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
