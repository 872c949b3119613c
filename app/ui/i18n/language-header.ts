import type { Language } from '#app/words/languages.ts';

/**
 * Makes the page's own requests for data carry its language in Accept-Language, so that loaders and actions answer in the language that
 * Shopify named when it opened the document, whatever the browser's own.
 */
export function sendLanguage(language: Language): void {
  const send = window.fetch;
  window.fetch = (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!URL.canParse(address, location.href) || new URL(address, location.href).origin !== location.origin)
      return send(input, init);
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    headers.set('Accept-Language', language);
    return send(input, { ...init, headers });
  };
}
