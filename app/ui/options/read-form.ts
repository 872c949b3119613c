import type { DeliveryOptionInput, StoreChoice } from '#app/features/delivery-options/index.ts';
import type { FieldError } from '../form/answer.ts';
import { decimalsOf, readAmount } from './amounts.ts';
import type { OptionForm } from './form-values.ts';

/** Stands for a number that cannot be read. The feature refuses it, and the field's own error says why. */
const UNREADABLE = Number.NaN;

/**
 * What was typed as an option, numbers read. The errors are those of reading; whether the option can be saved is for the feature to say.
 */
export function readForm(form: OptionForm): { input: DeliveryOptionInput; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const decimals = decimalsOf(form.currency);
  const fail = (field: string, code: string, params?: FieldError['params']) => {
    errors.push({ field, code, params });
    return UNREADABLE;
  };
  const amount = (field: string, text: string) => {
    const read = readAmount(text, decimals);
    return typeof read === 'number' ? read : fail(field, read, { decimals });
  };
  const decimal = (field: string, text: string) => {
    const plain = text.replace(/\s/g, '').replace(',', '.');
    return /^\d{1,6}(\.\d{1,3})?$/.test(plain) ? Number(plain) : fail(field, 'decimal_unreadable');
  };
  const grams = (field: string, text: string) => Math.round(decimal(field, text) * 1000);
  const whole = (field: string, text: string) =>
    /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : fail(field, 'number_unreadable');
  const optional = <Value>(read: (field: string, text: string) => Value, field: string, text: string) =>
    text.trim() === '' ? null : read(field, text);

  const { version: _version, ...plain } = form;
  const { price, fallback, basketTotal, weightGrams } = form;
  const freeFrom = optional(amount, 'price.freeFrom', price.freeFrom);
  const input: DeliveryOptionInput = {
    ...plain,
    handle: form.handle.trim(),
    names: written(form.names),
    descriptions: written(form.descriptions),
    basketTotal: {
      min: optional(amount, 'basketTotal.min', basketTotal.min),
      max: optional(amount, 'basketTotal.max', basketTotal.max),
    },
    weightGrams: {
      min: optional(grams, 'weightGrams.min', weightGrams.min),
      max: optional(grams, 'weightGrams.max', weightGrams.max),
    },
    price: {
      fixed: () => ({
        kind: 'fixed' as const,
        amount: amount('price.amount', price.amount),
        freeFrom,
      }),
      onestock_cost: () => ({ kind: 'onestock_cost' as const, freeFrom }),
      tiers: () => ({
        kind: 'tiers' as const,
        freeFrom,
        tiers: price.tiers.map((tier, at) => ({
          from: amount(`price.tiers.${at}.from`, tier.from),
          amount: amount(`price.tiers.${at}.amount`, tier.amount),
        })),
      }),
    }[price.kind](),
    fallback:
      fallback.policy === 'lead_time'
        ? {
            policy: 'lead_time',
            minDays: whole('fallback.minDays', fallback.minDays),
            maxDays: whole('fallback.maxDays', fallback.maxDays),
          }
        : { policy: fallback.policy },
    stores: form.kind === 'home' ? null : readStores(form, { whole, decimal }),
  };
  return { input, errors };
}

type ReadNumber = (field: string, text: string) => number;

function readStores(
  { stores }: OptionForm,
  { whole, decimal }: { whole: ReadNumber; decimal: ReadNumber },
): StoreChoice {
  if (stores.mode === 'list') return { mode: 'list', endpointIds: stores.endpointIds };
  return {
    mode: 'near',
    radiusKm: decimal('stores.radiusKm', stores.radiusKm),
    limit: whole('stores.limit', stores.limit),
  };
}

/** A language whose field is empty has no text. */
function written(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
}

/** Errors of reading before those of the feature, which refuses what could not be read once more in its own words. */
export function allErrors(reading: FieldError[], faults: FieldError[]): FieldError[] {
  const known = new Set(reading.map(({ field }) => field));
  return [...reading, ...faults.filter(({ field }) => !known.has(field))];
}
