/** The languages of the app's pages; the first is for merchants whose languages are none of these. */
export const LANGUAGES = ['en', 'fr'] as const;

export type Language = (typeof LANGUAGES)[number];

/** How a language is written where the app has no country to go by: its tag for `Intl`, and the mark before decimals. */
export const WRITING = {
  en: { tag: 'en-GB', decimalMark: '.' },
  fr: { tag: 'fr-FR', decimalMark: ',' },
} as const satisfies Record<Language, { tag: string; decimalMark: string }>;

/**
 * The language that a request's answer is written in. Shopify names the language of the admin in the query of a document that it opens
 * (`locale=fr-CA`); requests for data carry the page's language in Accept-Language (`language-header.ts`).
 *
 * @see https://shopify.dev/docs/apps/build/localize-your-app
 */
export function languageOf({ url, headers }: Pick<Request, 'url' | 'headers'>): Language {
  const locale = new URL(url).searchParams.get('locale') ?? '';
  const wanted = [locale, ...acceptedLanguages(headers.get('Accept-Language') ?? '')];
  return wanted.map(toLanguage).find((language) => language !== undefined) ?? LANGUAGES[0];
}

/** The language of a tag such as `fr-CA`; undefined when it is none of ours. */
export function toLanguage(tag: string): Language | undefined {
  const base = tag.trim().toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language === base);
}

/** The tags of an Accept-Language header, the most wanted first (https://www.rfc-editor.org/rfc/rfc9110#field.accept-language). */
function acceptedLanguages(header: string): string[] {
  return header
    .split(',')
    .map((entry) => {
      const [tag = '', weight] = entry.split(';q=');
      return { tag, weight: weight === undefined ? 1 : Number(weight) || 0 };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}
