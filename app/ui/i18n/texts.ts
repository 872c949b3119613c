import type { AppProviderProps } from '@shopify/polaris';
import type { i18n } from 'i18next';
import type { Language } from '#app/words/languages.ts';
import { speakTexts } from '#app/words/speak-texts.ts';
import type { Translated } from '#app/words/translated.ts';
import type { english } from './en/index.ts';

type PolarisTexts = AppProviderProps['i18n'];

/** All texts of one language: ours by namespace, and Polaris's own. */
export interface Texts {
  language: Language;
  pages: Translated<typeof english>;
  polaris: PolarisTexts;
}

/** The name under which a page finds its texts: `useTranslation('home')`. */
export type Namespace = keyof Texts['pages'];

const POLARIS = 'polaris';

/** An i18next instance with the texts of one language, ready at once. The pages get it from `I18nextProvider`. */
export function speak({ language, pages, polaris }: Texts): i18n {
  const instance = speakTexts(language, pages);
  instance.addResourceBundle(language, POLARIS, polaris);
  return instance;
}

/** Polaris's own texts in the language of the page. */
export function polarisTexts(instance: i18n): PolarisTexts {
  return instance.getResourceBundle(instance.language, POLARIS);
}
