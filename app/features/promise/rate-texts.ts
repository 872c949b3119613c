import {
  chooseDescription,
  type DeliveryOption,
  renderTemplate,
  type ShopTexts,
  textFor,
  usableLocale,
} from '#app/features/delivery-options/index.ts';
import type { DeliveryPromise } from '#app/gateways/onestock/index.ts';
import { formatDays, formatMoment, formatMomentWithZone } from './dates.ts';

/** A delivery window, with the zone in which its dates are read. */
export interface Window {
  start: Date;
  end: Date;
  timezone: string;
}

/** What the words of a rate are made from. */
export interface Wording {
  option: Pick<DeliveryOption, 'handle' | 'kind' | 'names' | 'descriptions'>;
  store: { name: string; city: string | null } | null;
  texts: ShopTexts;
  /** The shopper's, as it came. */
  locale: string | null;
  primaryLocale: string;
  window: Window | null;
  promise: Pick<DeliveryPromise, 'cutoff' | 'carriers'> | null;
}

/** Name and description in the buyer's language. Shopify wants a description, so the name stands in for an empty one. */
export function rateTexts(wording: Wording): { name: string; description: string } {
  const { option, store, texts, primaryLocale, window, promise } = wording;
  const locale = usableLocale(wording.locale, primaryLocale);
  const chosenName = textFor(option.names, locale, primaryLocale);
  const name = renderTemplate(chosenName?.text ?? '', { store: store?.name }) || option.handle;
  const chosen = chooseDescription(option, texts, locale, primaryLocale);
  if (!chosen) return { name, description: name };
  const description = renderTemplate(chosen.text, {
    eta: window && etaText(option.kind, window, promise !== null, chosen.locale),
    cutoff: promise?.cutoff && window && formatMomentWithZone(promise.cutoff, chosen.locale, window.timezone),
    carrier: promise?.carriers[0]?.name,
    store: store?.name,
    city: store?.city,
  });
  return { name, description: description || name };
}

/** A collection names the hour from which the parcel waits; a delivery names days. */
function etaText(kind: DeliveryOption['kind'], window: Window, isPromised: boolean, locale: string): string {
  return kind === 'collect' && isPromised
    ? formatMoment(window.start, locale, window.timezone)
    : formatDays(window.start, window.end, locale, window.timezone);
}
