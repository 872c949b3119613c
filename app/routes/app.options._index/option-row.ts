import type { OptionWarning, PriceRule } from '#app/features/delivery-options/index.ts';
import type { SurveyedOption } from '#app/features/promise/index.ts';
import type { Language } from '#app/words/languages.ts';

/** An option as the list shows it, plain JSON. Instants are ISO 8601. */
export interface OptionRow {
  id: string;
  handle: string;
  name: string;
  kind: 'home' | 'collect';
  deliveryMethod: string;
  price: PriceRule;
  currency: string;
  countries: string[];
  active: boolean;
  isArchived: boolean;
  warnings: OptionWarning[];
  lastPromise: { shownAt: string; minDate: string | null; maxDate: string | null } | null;
}

/** @param language of the merchant, in which the option is named where it has a name in it */
export function toRow({ option, warnings, lastPromise }: SurveyedOption, language: Language): OptionRow {
  const { id, handle, names, kind, deliveryMethod, price, currency, countries, active } = option;
  return {
    id,
    handle,
    name: names[language] ?? Object.values(names)[0] ?? handle,
    kind,
    deliveryMethod,
    price,
    currency,
    countries,
    active,
    isArchived: option.archivedAt !== null,
    warnings,
    lastPromise: lastPromise && {
      shownAt: lastPromise.shownAt.toISOString(),
      minDate: lastPromise.minDate?.toISOString() ?? null,
      maxDate: lastPromise.maxDate?.toISOString() ?? null,
    },
  };
}
