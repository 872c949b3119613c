import type { ShopifySimulator } from '#sandbox/shopify/index.ts';

interface Page {
  status: number;
  /** Where a form led to, query included. */
  path: string;
  text: string;
}

/** A person in the checkout's pages, with a browser that runs no script. */
export interface Visitor {
  get(path: string, language?: string): Promise<Page>;
  submit(path: string, fields: Record<string, string>): Promise<Page>;
  variantId(sku: string): string;
  /** Fills a bag; gives the path under which the visit's further pages are. */
  fillBag(skus: string[], locale?: string): Promise<string>;
}

/** What a buyer of the demo shop types. */
export const typedAddress = {
  email: 'zoe@example.com',
  country: 'FR',
  firstName: 'Zoé',
  lastName: 'Martin',
  address1: '1 place du Capitole',
  zip: '31000',
  city: 'Toulouse',
};

/** The first rate's handle in the delivery form. */
export function firstHandle(page: Page): string {
  return /value="([0-9a-f]{32})"/.exec(page.text)?.[1] ?? '';
}

/** The id of a visit, of the path of its pages. */
export function visitId(visitPath: string): string {
  return visitPath.split('/').at(-1) ?? '';
}

export function createVisitor({ url, store }: ShopifySimulator): Visitor {
  const load = async (path: string, init: RequestInit): Promise<Page> => {
    const answer = await fetch(`${url}${path}`, init);
    const { pathname, search } = new URL(answer.url);
    return { status: answer.status, path: `${pathname}${search}`, text: await answer.text() };
  };
  const visitor: Visitor = {
    get: (path, language = 'en') => load(path, { headers: { 'Accept-Language': language } }),
    submit: (path, fields) => load(path, { method: 'POST', body: new URLSearchParams(fields) }),
    variantId: (sku) => store.variants.find((variant) => variant.sku === sku)?.id ?? '',
    async fillBag(skus, locale = 'en') {
      let visit = '';
      for (const sku of skus) {
        const fields = { visit, locale, variantId: visitor.variantId(sku), add: '1' };
        const { path } = await visitor.submit('/checkout/bag', fields);
        visit = new URLSearchParams(path.split('?')[1]).get('visit') ?? '';
      }
      return `/checkout/visits/${visit}`;
    },
  };
  return visitor;
}
