import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { type Language, toLanguage } from '#app/words/languages.ts';
import { sendLanguage } from './ui/i18n/language-header.ts';
import { speak, type Texts } from './ui/i18n/texts.ts';

/** A browser loads the texts of one language, a file of its own that it keeps. */
const LOAD: Record<Language, () => Promise<{ texts: Texts }>> = {
  en: () => import('./ui/i18n/en/index.ts'),
  fr: () => import('./ui/i18n/fr/index.ts'),
};

/** The page takes over in the language in which the server wrote it. */
async function hydrate(): Promise<void> {
  const language = toLanguage(document.documentElement.lang) ?? 'en';
  sendLanguage(language);
  const { texts } = await LOAD[language]();
  const i18n = speak(texts);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={i18n}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    );
  });
}

void hydrate();
