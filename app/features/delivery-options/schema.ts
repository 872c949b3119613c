import { z } from 'zod';
import { usableLocale } from './locale.ts';
import type { OPTION_CODES } from './shape.ts';
import { DESCRIPTION_PLACEHOLDERS, NAME_PLACEHOLDERS, templateFault } from './template.ts';

/** Shopify shows at most ten stores of ours an answer: each is a rate of its own. */
const MOST_STORES = 10;

/** A fault with a code of its own. */
function coded(code: keyof typeof OPTION_CODES) {
  return { params: { code } };
}

const hundredths = z.int().min(0).max(100_000_000);
const range = z
  .object({ min: z.int().min(0).nullable(), max: z.int().min(0).nullable() })
  .refine(({ min, max }) => min === null || max === null || min <= max, coded('range_reversed'));

/** A language as Shopify names it (`pt-BR`), and as `Intl` takes it. */
export const languageCode = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { abort: true })
  .refine((code) => usableLocale(code, '') !== '')
  .transform((code) => usableLocale(code, code));

function template(allowed: readonly string[]) {
  return z
    .string()
    .trim()
    .min(1)
    .max(250)
    .superRefine((text, context) => {
      const fault = templateFault(text, allowed);
      if (fault) {
        const { code, params } = fault;
        context.addIssue({ code: 'custom', params: { ...params, code } });
      }
    });
}

const freeFrom = hundredths.nullable();

export const priceRuleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), amount: hundredths, freeFrom }),
  z.object({ kind: z.literal('onestock_cost'), freeFrom }),
  z.object({
    kind: z.literal('tiers'),
    freeFrom,
    tiers: z
      .array(z.object({ from: hundredths, amount: hundredths }))
      .min(1)
      .refine((tiers) => tiers.some((tier) => tier.from === 0), coded('tiers_without_zero'))
      .refine((tiers) => new Set(tiers.map((tier) => tier.from)).size === tiers.length, coded('tiers_alike')),
  }),
]);

export const fallbackSchema = z.discriminatedUnion('policy', [
  z.object({ policy: z.literal('without_date') }),
  z
    .object({
      policy: z.literal('lead_time'),
      minDays: z.int().min(0).max(365),
      maxDays: z.int().min(0).max(365),
    })
    .refine(({ minDays, maxDays }) => minDays <= maxDays, coded('lead_time_reversed')),
  z.object({ policy: z.literal('hide') }),
]);

export const storeChoiceSchema = z.discriminatedUnion('mode', [
  z.object({
    mode: z.literal('near'),
    radiusKm: z.number().positive().max(20_000),
    limit: z.int().min(1).max(MOST_STORES),
  }),
  z.object({ mode: z.literal('list'), endpointIds: z.array(z.string().min(1)).min(1).max(MOST_STORES) }),
]);

/**
 * What a merchant can save as a delivery option. Money is hundredths, weights are grams. Statuses left out are those of the kind:
 * a home delivery accepts an estimate made in OneStock's degraded mode, a collection only a certain promise.
 */
export const deliveryOptionSchema = z
  .object({
    handle: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
    kind: z.enum(['home', 'collect']),
    deliveryMethod: z.string().trim().min(1),
    names: z.record(languageCode, template(NAME_PLACEHOLDERS)),
    descriptions: z.record(languageCode, template(DESCRIPTION_PLACEHOLDERS)),
    countries: z.array(z.string().regex(/^[A-Z]{2}$/)).min(1),
    basketTotal: range.default({ min: null, max: null }),
    weightGrams: range.default({ min: null, max: null }),
    price: priceRuleSchema,
    currency: z.string().regex(/^[A-Z]{3}$/),
    chargeOnce: z.boolean().default(false),
    acceptedStatuses: z.array(z.string().min(1)).min(1).optional(),
    fallback: fallbackSchema,
    fallbackOnly: z.boolean().default(false),
    nearCutoff: z.enum(['show', 'next', 'hide']).default('show'),
    stores: storeChoiceSchema.nullable().default(null),
    position: z.int().min(0).default(0),
    active: z.boolean().default(true),
  })
  .superRefine((option, context) => {
    const refuse = (path: string, code: keyof typeof OPTION_CODES) =>
      context.addIssue({ code: 'custom', path: [path], ...coded(code) });
    if (Object.keys(option.names).length === 0) {
      refuse('names', 'name_missing');
    }
    if (option.kind === 'collect' && option.stores === null) {
      refuse('stores', 'stores_missing');
    }
    if (option.kind === 'home' && option.stores !== null) {
      refuse('stores', 'stores_of_home');
    }
    const names = Object.values(option.names);
    const namesStore = (name: string) => templateFault(name, []) !== null;
    if (option.kind === 'home' && names.some(namesStore)) {
      refuse('names', 'store_in_home_name');
    }
    if (option.stores && mostStores(option.stores) > 1 && !names.every(namesStore)) {
      refuse('names', 'store_not_in_name');
    }
    if (option.fallbackOnly && option.fallback.policy === 'hide') {
      refuse('fallback', 'fallback_hides_all');
    }
    if (option.fallbackOnly && option.price.kind === 'onestock_cost') {
      refuse('price', 'cost_never_asked');
    }
  })
  .transform((option) => ({
    ...option,
    acceptedStatuses:
      option.acceptedStatuses ?? (option.kind === 'home' ? ['valid', 'valid_estimation'] : ['valid']),
  }));

function mostStores(choice: z.output<typeof storeChoiceSchema>): number {
  return choice.mode === 'near' ? choice.limit : choice.endpointIds.length;
}

export type DeliveryOptionInput = z.input<typeof deliveryOptionSchema>;
/** An option that the schema let through. */
export type CheckedOption = z.output<typeof deliveryOptionSchema>;
