import { textFor } from '../locale.ts';
import type { DeliveryOption } from '../types.ts';
import { GENERAL_TEXTS, type GeneralText } from './general-texts.ts';
import { descriptionIn, generalIn, nameIn } from './in-language.ts';
import { type JudgedPlace, usablePlaceholders } from './judge-text.ts';
import type { Scene } from './scene.ts';
import { textId } from './text-id.ts';
import type { ExampleText, ShopperText, TextInLanguage } from './types.ts';

type Worded = Pick<DeliveryOption, 'handle' | 'kind' | 'names' | 'descriptions'>;

/** The two texts of an option. */
export function optionTexts(option: DeliveryOption, scene: Scene): ShopperText[] {
  const [primary] = scene.languages;
  const name = textFor(option.names, primary, primary)?.text ?? option.handle;
  const subject = { of: 'option', name, isActive: option.active } as const;
  const text = (field: 'names' | 'descriptions') => ({
    id: textId({ of: 'option', field, optionId: option.id }),
    subject,
    placeholders: usablePlaceholders({ of: 'option', field, option }),
  });
  return [
    {
      ...text('names'),
      field: 'name',
      inLanguage: inEach(scene, (language) => ({
        ...nameIn(option, language, primary),
        example: { text: example(option, language, scene).name, withoutDate: null },
      })),
    },
    {
      ...text('descriptions'),
      field: 'description',
      inLanguage: inEach(scene, (language) => ({
        ...descriptionIn(option, scene.texts, language, primary),
        example: descriptionExample(option, language, scene),
      })),
    },
  ];
}

/** The texts that belong to no option. */
export function generalTexts(scene: Scene): ShopperText[] {
  const [primary] = scene.languages;
  return GENERAL_TEXTS.map((text) => {
    const kind = kindOf(text);
    const place: JudgedPlace = { of: 'shop', text };
    const nameless: Worded = { handle: '–', kind, names: {}, descriptions: {} };
    return {
      id: textId({ of: 'shop', text }),
      subject: { of: 'shop', text, kind },
      field: 'description',
      placeholders: usablePlaceholders(place),
      inLanguage: inEach(scene, (language) => ({
        ...generalIn(text, scene.texts, language, primary),
        example: descriptionExample(nameless, language, scene),
      })),
    };
  });
}

function kindOf(text: GeneralText): DeliveryOption['kind'] {
  return text === 'home_description' ? 'home' : 'collect';
}

function inEach(
  { languages }: Scene,
  of: (language: string) => TextInLanguage,
): Record<string, TextInLanguage> {
  return Object.fromEntries(languages.map((language) => [language, of(language)]));
}

function descriptionExample(option: Worded, language: string, scene: Scene): ExampleText {
  const { description, withoutDate } = example(option, language, scene);
  return { text: description, withoutDate: withoutDate === description ? null : withoutDate };
}

function example(option: Worded, locale: string, scene: Scene) {
  const { texts, languages, store, timezone, now } = scene;
  return scene.wordExample({ option, texts, locale, primaryLocale: languages[0], store, timezone }, now);
}
