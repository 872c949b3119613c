import type { i18n } from 'i18next';
import { english } from './en/index.ts';
import { french } from './fr/index.ts';
import type { Language } from './languages.ts';
import { speakTexts } from './speak-texts.ts';

const WORDS = { en: english, fr: french };

/** The words of every code in one language, for jobs and notes; pages have them beside their own texts. */
export function speakWords(language: Language): i18n {
  return speakTexts(language, WORDS[language]);
}
