import type { KeptOption } from '#app/features/delivery-options/index.ts';
import { type Language, WRITING } from '#app/words/languages.ts';
import { writeAmount } from './amounts.ts';
import type { OptionForm } from './form-values.ts';

/** What of the shop a form begins with. */
export interface FormFacts {
  /** The shop's languages, the primary one first. */
  languages: string[];
  currency: string;
  country: string | null;
}

/** The form of a new option, with what most shops want. */
export function newForm({ currency, country }: FormFacts): OptionForm {
  return {
    handle: '',
    kind: 'home',
    deliveryMethod: '',
    names: {},
    descriptions: {},
    countries: country ? [country] : [],
    basketTotal: { min: '', max: '' },
    weightGrams: { min: '', max: '' },
    price: { kind: 'fixed', amount: '', freeFrom: '', tiers: [{ from: '0', amount: '' }] },
    currency,
    chargeOnce: false,
    acceptedStatuses: ['valid', 'valid_estimation'],
    fallback: { policy: 'without_date', minDays: '3', maxDays: '5' },
    fallbackOnly: false,
    nearCutoff: 'show',
    stores: { mode: 'near', radiusKm: '50', limit: '5', endpointIds: [] },
    active: true,
    version: 0,
  };
}

/** The form of an option as it is kept. Choices that it does not use begin as in a new one. */
export function formOf(option: KeptOption, facts: FormFacts, language: Language): OptionForm {
  const fresh = newForm(facts);
  const { currency, price, fallback, stores } = option;
  const money = (amount: number | null) => (amount === null ? '' : writeAmount(amount, currency, language));
  const weight = (grams: number | null) =>
    grams === null ? '' : String(grams / 1000).replace('.', WRITING[language].decimalMark);
  return {
    handle: option.handle,
    kind: option.kind,
    deliveryMethod: option.deliveryMethod,
    names: option.names,
    descriptions: option.descriptions,
    countries: option.countries,
    basketTotal: { min: money(option.basketTotal.min), max: money(option.basketTotal.max) },
    weightGrams: { min: weight(option.weightGrams.min), max: weight(option.weightGrams.max) },
    price: {
      ...fresh.price,
      kind: price.kind,
      freeFrom: money(price.freeFrom),
      ...(price.kind === 'fixed' && { amount: money(price.amount) }),
      ...(price.kind === 'tiers' && {
        tiers: price.tiers.map((tier) => ({ from: money(tier.from), amount: money(tier.amount) })),
      }),
    },
    currency,
    chargeOnce: option.chargeOnce,
    acceptedStatuses: option.acceptedStatuses,
    fallback: {
      ...fresh.fallback,
      policy: fallback.policy,
      ...(fallback.policy === 'lead_time' && {
        minDays: String(fallback.minDays),
        maxDays: String(fallback.maxDays),
      }),
    },
    fallbackOnly: option.fallbackOnly,
    nearCutoff: option.nearCutoff,
    stores: {
      ...fresh.stores,
      ...(stores?.mode === 'near' && {
        mode: stores.mode,
        radiusKm: String(stores.radiusKm),
        limit: String(stores.limit),
      }),
      ...(stores?.mode === 'list' && stores),
    },
    active: option.active,
    version: option.version,
  };
}

/** A delivery method, as OneStock names it. */
export interface DeliveryMethod {
  id: string;
  name: string;
}

/**
 * What a chosen OneStock delivery method suggests, for what nobody has written: fields that are empty, or as the method chosen before
 * suggested them.
 */
export function prefill(
  form: OptionForm,
  method: DeliveryMethod,
  { language, before }: { language: string; before: DeliveryMethod | null },
): Partial<OptionForm> {
  const former = before && suggestion(before, language);
  const isUntouched = (text: string, suggested: string | undefined) =>
    text.trim() === '' || text === suggested;
  const { handle, kind, name, acceptedStatuses } = suggestion(method, language);
  const namesOfOthers = Object.entries(form.names).some(([other, text]) => other !== language && text !== '');
  const isUnnamed = !namesOfOthers && isUntouched(form.names[language] ?? '', former?.name);
  return {
    deliveryMethod: method.id,
    ...(isUntouched(form.handle, former?.handle) && { handle }),
    ...(isUnnamed && { kind, acceptedStatuses, names: { ...form.names, [language]: name } }),
  };
}

function suggestion({ id, name }: DeliveryMethod, language: string) {
  const collects = /collect|pick.?up|retrait|ckc/i.test(`${id} ${name}`);
  return {
    handle: handleFrom(id),
    kind: collects ? ('collect' as const) : ('home' as const),
    name: collects ? (COLLECT_NAMES[language.split('-', 1)[0] ?? ''] ?? `${name} · {store}`) : name,
    acceptedStatuses: collects ? ['valid'] : ['valid', 'valid_estimation'],
  };
}

/** The name of a collection tells its stores apart. */
const COLLECT_NAMES: Record<string, string> = { en: 'Collect at {store}', fr: 'Retrait à {store}' };

function handleFrom(id: string): string {
  const plain = id.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  return plain
    .replace(/[^A-Z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64);
}
