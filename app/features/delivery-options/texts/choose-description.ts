import { type ChosenText, textFor, textIn } from '../locale.ts';
import type { DeliveryOption } from '../types.ts';
import { GENERAL_DESCRIPTION, type ShopTexts } from './general-texts.ts';

/**
 * The description of an option as a template: its own in the shopper's language or in the shop's primary one, else the general one of
 * its kind.
 */
export function chooseDescription(
  { kind, descriptions }: Pick<DeliveryOption, 'kind' | 'descriptions'>,
  texts: ShopTexts,
  locale: string,
  primaryLocale: string,
): ChosenText | null {
  return (
    textIn(descriptions, [locale, primaryLocale]) ??
    textFor(texts[GENERAL_DESCRIPTION[kind]], locale, primaryLocale)
  );
}
