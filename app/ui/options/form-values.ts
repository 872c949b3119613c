import { z } from 'zod';

const text = z.string().max(2_000);
const texts = z.record(z.string(), text);
const range = z.object({ min: text, max: text });

/** What the form of an option holds: numbers as they are typed, everything that a choice may bring back kept while it is not chosen. */
export const optionFormSchema = z.object({
  handle: text,
  kind: z.enum(['home', 'collect']),
  deliveryMethod: text,
  names: texts,
  descriptions: texts,
  countries: z.array(text).max(300),
  /** Major units. */
  basketTotal: range,
  /** Kilograms. */
  weightGrams: range,
  price: z.object({
    kind: z.enum(['fixed', 'onestock_cost', 'tiers']),
    amount: text,
    freeFrom: text,
    tiers: z.array(z.object({ from: text, amount: text })).max(50),
  }),
  currency: text,
  chargeOnce: z.boolean(),
  acceptedStatuses: z.array(text).max(10),
  fallback: z.object({ policy: z.enum(['without_date', 'lead_time', 'hide']), minDays: text, maxDays: text }),
  fallbackOnly: z.boolean(),
  nearCutoff: z.enum(['show', 'next', 'hide']),
  stores: z.object({
    mode: z.enum(['near', 'list']),
    radiusKm: text,
    limit: text,
    endpointIds: z.array(text).max(2_000),
  }),
  active: z.boolean(),
  /** Of the option as it was read; 0 for a new one. */
  version: z.int(),
});

export type OptionForm = z.infer<typeof optionFormSchema>;
