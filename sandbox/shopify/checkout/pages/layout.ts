import { html, raw } from 'hono/html';
import type { ShopFacts } from '../../store/types.ts';
import { script, styleSheets } from './assets.ts';
import { type Language, languageNames, languages, texts } from './texts.ts';

/** A piece of a page, its text escaped. */
export type Fragment = ReturnType<typeof html>;

type Step = 'bag' | 'address' | 'delivery' | 'done';

const steps: Step[] = ['bag', 'address', 'delivery', 'done'];

export interface Page {
  shop: ShopFacts;
  title: string;
  language: Language;
  main: Fragment;
  /** The column beside, or below on a phone. */
  aside?: Fragment;
  step?: Step;
  /** Where a choice of another language leads; the page adds `locale`. None: the page has one language. */
  languagePath?: string;
  /** Reloads the page this often for those without scripts. */
  refreshSeconds?: number;
}

/** A whole document. */
export function renderPage(page: Page): Fragment {
  const { shop, language, main, aside, refreshSeconds } = page;
  const text = texts[language];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} · ${shop.name}</title>
        <link rel="icon" href="data:," />
        ${styleSheets.map((path) => html`<link rel="stylesheet" href="${path}" />`)}
        <script type="module" src="${script}"></script>
        ${refreshSeconds && html`<noscript><meta http-equiv="refresh" content="${refreshSeconds}" /></noscript>`}
      </head>
      <body>
        <a class="skip" href="#main">${text.skip}</a>
        <header class="top">
          <a class="shop-name" href="/checkout?locale=${language}">${shop.name}</a>
          ${page.step && stepsList(page.step, language)}
          ${page.languagePath && languageList(page.languagePath, language)}
        </header>
        <div class="columns${aside ? '' : ' single'}">
          <main id="main" tabindex="-1">${main}</main>
          ${aside && html`<aside>${aside}</aside>`}
        </div>
        <footer>${text.simulated} <a href="/orders">Orders</a></footer>
      </body>
    </html>`;
}

function stepsList(current: Step, language: Language): Fragment {
  const text = texts[language];
  return html`<nav class="steps" aria-label="${text.steps}">
    <ol>
      ${steps.map((step) => html`<li ${raw(step === current ? 'aria-current="step"' : '')}>${text[step]}</li>`)}
    </ol>
  </nav>`;
}

function languageList(path: string, current: Language): Fragment {
  const separator = path.includes('?') ? '&' : '?';
  return html`<nav class="languages" aria-label="${texts[current].language}">
    ${languages.map(
      (language) => html`<a
        href="${path}${separator}locale=${language}"
        hreflang="${language}"
        lang="${language}"
        ${raw(language === current ? 'aria-current="true"' : '')}
        >${languageNames[language]}</a
      >`,
    )}
  </nav>`;
}
