import type { LocalizedText } from '../types.ts';
import { DEFAULT_TEXTS, type GeneralText } from './general-texts.ts';
import { judgeText } from './judge-text.ts';
import type { TextChange } from './save-texts.ts';
import type { Scene } from './scene.ts';
import { generalTexts, optionTexts } from './shopper-texts.ts';
import { parseTextId } from './text-id.ts';
import type { TypedText } from './types.ts';

/**
 * How the checkout would show a text that is being typed, and what is wrong with it: by the functions that word rates and judge what is
 * saved. Null when it is no text of the shop. Pure.
 */
export function previewText(
  scene: Scene,
  { id, language, text }: Pick<TextChange, 'id' | 'language' | 'text'>,
): TypedText | null {
  const place = parseTextId(id);
  if (!place || !scene.languages.includes(language)) return null;
  const [primary] = scene.languages;
  const narrow: Scene = { ...scene, languages: [primary, language] };
  const typed = text.trim();
  if (place.of === 'shop') {
    const words = { ...scene.texts[place.text], ...generalWords(place.text, language, typed) };
    const texts = generalTexts({ ...narrow, texts: { ...scene.texts, [place.text]: words } });
    const example = texts.find((each) => each.id === id)?.inLanguage[language]?.example;
    return example ? { id, language, example, fault: typed ? judgeText(place, typed) : null } : null;
  }
  const option = scene.options.find((each) => each.id === place.optionId);
  if (!option) return null;
  const { [language]: _former, ...others } = option[place.field];
  const words = typed ? { ...others, [language]: typed } : others;
  const texts = optionTexts({ ...option, [place.field]: words }, narrow);
  const example = texts.find((each) => each.id === id)?.inLanguage[language]?.example;
  return example
    ? { id, language, example, fault: typed ? judgeText({ ...place, option }, typed) : null }
    : null;
}

/** The default comes back where the merchant's words go; a language without one borrows another's. */
function generalWords(key: GeneralText, language: string, typed: string): LocalizedText {
  return { [language]: typed || (DEFAULT_TEXTS[key][language] ?? '') };
}
