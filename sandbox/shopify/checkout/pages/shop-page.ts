import { html, raw } from 'hono/html';
import type { Store } from '../../store/store.ts';
import type { Product, Variant } from '../../store/types.ts';
import { money, variantText } from './format.ts';
import { type Fragment, renderPage } from './layout.ts';
import { type Language, texts } from './texts.ts';
import { type BagLine, subtotalOf, type Visit, visitPath } from './visits.ts';

export interface ShopPage {
  store: Store;
  language: Language;
  /** Absent until something is in the bag. */
  visit: Visit | undefined;
  search: string;
}

/** The first page: products to put in the bag. */
export function shopPage({ store, language, visit, search }: ShopPage): Fragment {
  const text = texts[language];
  const found = productsMatching(store, search, language);
  const context = { visitId: visit?.id ?? '', search, language, store };
  return renderPage({
    shop: store.shop,
    language,
    title: text.bag,
    step: 'bag',
    languagePath: `/checkout?${new URLSearchParams({ visit: visit?.id ?? '', q: search })}`,
    main: html`<h1>${text.products}</h1>
      <form class="search" role="search" action="/checkout">
        <input type="hidden" name="visit" value="${context.visitId}" />
        <input type="hidden" name="locale" value="${language}" />
        <label class="visually-hidden" for="q">${text.search}</label>
        <input id="q" type="search" name="q" value="${search}" placeholder="${text.searchHint}" />
        <button class="quiet">${text.find}</button>
      </form>
      <p class="muted" role="status">${found.length > 0 ? text.found(found.length) : text.nothingFound}</p>
      <ul class="products">
        ${found.map((product) => productCard(product, context))}
      </ul>`,
    aside: bag(visit, context),
  });
}

interface FormContext {
  store: Store;
  language: Language;
  visitId: string;
  search: string;
}

interface FoundProduct {
  product: Product;
  variants: Variant[];
}

function productsMatching(store: Store, search: string, language: Language): FoundProduct[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (variant: Variant) => {
    const { product, choice } = variantText(variant, language);
    const described = `${product} ${choice} ${variant.sku ?? ''} ${variant.productTitle}`.toLowerCase();
    return words.every((word) => described.includes(word));
  };
  const byProduct = Map.groupBy(store.variants.filter(matches), ({ productId }) => productId);
  return store.products.flatMap((product) => {
    const variants = byProduct.get(product.id);
    return variants ? [{ product, variants }] : [];
  });
}

function productCard(
  { product, variants: [first, ...others] }: FoundProduct,
  context: FormContext,
): Fragment | '' {
  if (!first) return '';
  const { language, store } = context;
  const text = texts[language];
  const name = variantText(first, language).product;
  return html`<li class="product">
    <span class="tile" aria-hidden="true" style="--hue: ${hueOf(product.handle)}">${name.slice(0, 1)}</span>
    <h2>${name}</h2>
    <p class="muted">${money(first.price, store.shop.currency, language)}</p>
    <form method="post" action="/checkout/bag">
      ${hiddenFields(context)}
      <input type="hidden" name="add" value="1" />
      <label class="visually-hidden" for="v-${product.handle}">${text.variant}: ${name}</label>
      <select id="v-${product.handle}" name="variantId">
        ${[first, ...others].map((variant) => {
          const { choice } = variantText(variant, language);
          return html`<option value="${variant.id}">${[choice, variant.sku].filter(Boolean).join(' · ') || name}</option>`;
        })}
      </select>
      <button class="quiet" aria-label="${text.addToBag}: ${name}">${text.addToBag}</button>
    </form>
  </li>`;
}

function bag(visit: Visit | undefined, context: FormContext): Fragment {
  const text = texts[context.language];
  if (!visit || visit.lines.length === 0) {
    return html`<section class="bag"><h2>${text.yourBag}</h2><p class="muted">${text.emptyBag}</p></section>`;
  }
  const subtotal = money(subtotalOf(visit), context.store.shop.currency, context.language);
  return html`<section class="bag" id="bag">
    <h2>${text.yourBag}</h2>
    <ul>
      ${visit.lines.map((line) => bagLine(line, context))}
    </ul>
    <dl class="totals"><div class="total"><dt>${text.subtotal}</dt><dd>${subtotal}</dd></div></dl>
    <a class="button" href="${visitPath(visit, 'address')}">${text.checkout}</a>
  </section>`;
}

function bagLine({ variant, quantity, location }: BagLine, context: FormContext): Fragment {
  const text = texts[context.language];
  const { product, choice } = variantText(variant, context.language);
  const name = [product, choice].filter(Boolean).join(', ');
  return html`<li>
    <form method="post" action="/checkout/bag" data-submit-on-change>
      ${hiddenFields(context)}
      <input type="hidden" name="variantId" value="${variant.id}" />
      <strong>${product}</strong>
      <span class="muted">${[choice, variant.sku].filter(Boolean).join(' · ')}</span>
      <span class="bag-controls">
        <input type="number" name="quantity" min="0" max="99" value="${quantity}" aria-label="${text.quantity}: ${name}" />
        <select name="location" aria-label="${text.shipsFrom}: ${name}">
          ${context.store.locations.map(
            ({ id, name: locationName }) =>
              html`<option value="${id}" ${raw(id === location.id ? 'selected' : '')}>${locationName}</option>`,
          )}
        </select>
        <button class="quiet" data-without-script>${text.update}</button>
        <button class="link" name="remove" value="1" aria-label="${text.remove}: ${name}">${text.remove}</button>
      </span>
    </form>
  </li>`;
}

function hiddenFields({ store, visitId, search, language }: FormContext): Fragment {
  return html`<input type="hidden" name="visit" value="${visitId}" />
    <input type="hidden" name="shop" value="${store.shop.domain}" />
    <input type="hidden" name="q" value="${search}" />
    <input type="hidden" name="locale" value="${language}" />`;
}

/** A colour for each product, the same at each visit. */
function hueOf(handle: string): number {
  return [...handle].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
}
