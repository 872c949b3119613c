import { textFor, textIn } from '../locale.ts';
import type { DeliveryOption, LocalizedText } from '../types.ts';
import { DEFAULT_TEXTS, GENERAL_DESCRIPTION, type GeneralText, type ShopTexts } from './general-texts.ts';
import type { Substitute, TextInLanguage } from './types.ts';

type Words = Omit<TextInLanguage, 'example'>;

/** An option's name in a language, as the checkout chooses it. */
export function nameIn({ names }: DeliveryOption, language: string, primary: string): Words {
  const others = without(names, language);
  return {
    own: names[language] ?? '',
    otherwise: borrowed(others, language, primary) ?? NOTHING,
    isMissing: textIn(names, [language]) === null,
  };
}

/** An option's description in a language, as the checkout chooses it. */
export function descriptionIn(
  { kind, descriptions }: DeliveryOption,
  texts: ShopTexts,
  language: string,
  primary: string,
): Words {
  const others = without(descriptions, language);
  const general = texts[GENERAL_DESCRIPTION[kind]];
  // Another language than the primary one stands in for nobody's description: the general text does.
  const own = textIn(others, [language, primary]) && borrowed(others, language, primary);
  const isOwn = textIn(descriptions, [language]) !== null;
  return {
    own: descriptions[language] ?? '',
    otherwise: own ?? generalSubstitute(general, language, primary),
    isMissing: !isOwn && (own !== null || textIn(general, [language]) === null),
  };
}

/** A general text in a language. */
export function generalIn(key: GeneralText, texts: ShopTexts, language: string, primary: string): Words {
  const current = texts[key][language] ?? '';
  const byDefault = DEFAULT_TEXTS[key][language];
  const others = { ...without(texts[key], language), ...(byDefault && { [language]: byDefault }) };
  const substitute = borrowed(others, language, primary) ?? NOTHING;
  return {
    own: current === byDefault ? '' : current,
    otherwise: byDefault ? { ...substitute, from: 'default', language: null } : substitute,
    isMissing: textIn(texts[key], [language]) === null,
  };
}

const NOTHING: Substitute = { from: 'nothing', language: null, text: '' };

function without(texts: LocalizedText, language: string): LocalizedText {
  const { [language]: _own, ...others } = texts;
  return others;
}

/** The words of another language that the checkout would choose, or null when there are none. */
function borrowed(texts: LocalizedText, language: string, primary: string): Substitute | null {
  const chosen = textFor(texts, language, primary);
  if (!chosen) return null;
  const from = Object.keys(texts).find((each) => texts[each] === chosen.text) ?? null;
  return { from: 'language', language: from, text: chosen.text };
}

function generalSubstitute(general: LocalizedText, language: string, primary: string): Substitute {
  const chosen = borrowed(general, language, primary) ?? NOTHING;
  return { ...chosen, from: 'general', language: textIn(general, [language]) ? null : chosen.language };
}
