import type { Scene } from './scene.ts';
import { generalTexts, optionTexts } from './shopper-texts.ts';
import type { TextsOverview } from './types.ts';

/** Every text that a shopper of the shop can read, with an example of each, and how many are missing a language. Pure. */
export function toOverview(scene: Scene): TextsOverview {
  const texts = [...scene.options.flatMap((option) => optionTexts(option, scene)), ...generalTexts(scene)];
  const languages = scene.languages.map((code) => ({
    code,
    missing: texts.filter(({ inLanguage }) => inLanguage[code]?.isMissing).length,
  }));
  return { languages, texts };
}
