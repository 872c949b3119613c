import { html } from 'hono/html';
import { numericId } from '../../store/ids.ts';
import type { Store } from '../../store/store.ts';
import type { CheckoutRate, Order } from '../../store/types.ts';
import { addressLine } from './delivery-page.ts';
import { deliveryWindow, money } from './format.ts';
import { type Fragment, renderPage } from './layout.ts';
import { isPromiseWritten, promiseMetafields } from './metafields.ts';
import { orderSummary } from './summary.ts';
import { type Language, texts } from './texts.ts';
import { type Visit, visitPath } from './visits.ts';

export interface ThankYouPage {
  store: Store;
  visit: Visit;
  order: Order;
  /** What the buyer chose. */
  rates: CheckoutRate[];
}

/** The last page: what was ordered and, as they appear, the metafields that the app writes on the order. */
export function thankYouPage({ store, visit, order, rates }: ThankYouPage): Fragment {
  const { language } = visit;
  const text = texts[language];
  const metafields = store.metafields.of(order.id);
  const shippingPrice = order.shippingLines.reduce((sum, { price }) => sum + price, 0);
  return renderPage({
    shop: store.shop,
    language,
    title: text.confirmed,
    step: 'done',
    languagePath: visitPath(visit, 'thank-you'),
    refreshSeconds: isPromiseWritten(metafields) ? undefined : 2,
    main: html`<p class="muted">${text.orderNumber} <span data-order-name>${order.name}</span></p>
      <h1>${text.thanks(order.shippingAddress?.firstName ?? '')}</h1>
      <p class="lead">${text.confirmed}.</p>
      <dl class="review">
        ${rates.map((rate) => chosenRate(rate, language))}
        ${
          order.shippingAddress &&
          html`<div><dt>${text.shipTo}</dt><dd>${addressLine(order.shippingAddress, language)}</dd><dd></dd></div>`
        }
        <div><dt>${text.contact}</dt><dd>${order.email}</dd><dd></dd></div>
      </dl>
      <div class="actions">
        <a href="/orders/${numericId(order.id)}">${text.viewOrder}</a>
        <a class="button" href="/checkout?locale=${language}">${text.newCheckout}</a>
      </div>`,
    aside: html`${orderSummary({ shop: store.shop, language, lines: visit.lines, shippingPrice })}
      <section class="developer" lang="en" aria-labelledby="metafields-title">
        <h2 id="metafields-title">On the order, for integrators</h2>
        <div data-poll="/orders/${numericId(order.id)}/promise" role="status">${promiseState(store, order)}</div>
      </section>`,
  });
}

function chosenRate(rate: CheckoutRate, language: Language): Fragment {
  const text = texts[language];
  const window = deliveryWindow(rate, language);
  return html`<div>
    <dt>${text.delivery}</dt>
    <dd>
      ${rate.title} ${rate.description && html`<br /><span class="muted">${rate.description}</span>`}
      ${window && html`<br /><span class="window">${window}</span>`}
    </dd>
    <dd>${rate.price === 0 ? text.free : money(rate.price, rate.currency, language)}</dd>
  </div>`;
}

/** The part of the page that is asked for again until the app has written: `data-settled` says that it has. */
export function promiseState(store: Store, order: Order): Fragment {
  const metafields = store.metafields.of(order.id);
  return isPromiseWritten(metafields)
    ? html`<div data-settled>${promiseMetafields(metafields)}</div>`
    : html`<p class="pending">Waiting for the app to write…</p>${promiseMetafields(metafields)}`;
}
