import { html } from 'hono/html';
import type { ShopFacts } from '../../store/types.ts';
import { money, variantText } from './format.ts';
import type { Fragment } from './layout.ts';
import { type Language, texts } from './texts.ts';
import type { BagLine } from './visits.ts';

export interface SummaryFacts {
  shop: ShopFacts;
  language: Language;
  lines: BagLine[];
  /** Hundredths; null while nobody knows. */
  shippingPrice: number | null;
}

/** What the order holds and costs. */
export function orderSummary({ shop, language, lines, shippingPrice }: SummaryFacts): Fragment {
  const text = texts[language];
  const subtotal = lines.reduce((sum, { variant, quantity }) => sum + variant.price * quantity, 0);
  const shown = (hundredths: number) => money(hundredths, shop.currency, language);
  const shipping =
    shippingPrice === null ? text.atNextStep : shippingPrice === 0 ? text.free : shown(shippingPrice);
  return html`<section class="summary" aria-label="${text.bag}">
    <ul class="summary-lines">
      ${lines.map((line) => summaryLine(line, language, shown))}
    </ul>
    <dl class="totals" data-subtotal="${subtotal}" data-currency="${shop.currency}" data-free="${text.free}">
      <div><dt>${text.subtotal}</dt><dd>${shown(subtotal)}</dd></div>
      <div><dt>${text.shipping}</dt><dd data-shipping>${shipping}</dd></div>
      <div class="total"><dt>${text.total}</dt><dd data-total>${shown(subtotal + (shippingPrice ?? 0))}</dd></div>
    </dl>
  </section>`;
}

function summaryLine({ variant, quantity }: BagLine, language: Language, shown: (price: number) => string) {
  const { product, choice } = variantText(variant, language);
  return html`<li>
    <span class="count" aria-hidden="true">${quantity}</span>
    <span class="what">
      <strong>${product}</strong>
      <span class="muted">${[choice, variant.sku].filter(Boolean).join(' · ')}</span>
      <span class="visually-hidden">${texts[language].quantity} ${quantity}</span>
    </span>
    <span>${shown(variant.price * quantity)}</span>
  </li>`;
}
