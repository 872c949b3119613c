import { html, raw } from 'hono/html';
import type { Store } from '../../store/store.ts';
import type { CheckoutRate, PostalAddress } from '../../store/types.ts';
import type { Checkout, DeliveryGroup } from '../types.ts';
import { developerPanel } from './developer-panel.ts';
import { countryName, deliveryWindow, money } from './format.ts';
import { type Fragment, renderPage } from './layout.ts';
import { orderSummary } from './summary.ts';
import { type Language, texts } from './texts.ts';
import { type Visit, visitPath } from './visits.ts';

export interface DeliveryPage {
  store: Store;
  visit: Visit;
  checkout: Checkout;
}

/** The delivery options, as the shopper sees them. The cheapest is chosen at first, as App Store rules ask of Shopify's checkout. */
export function deliveryPage({ store, visit, checkout }: DeliveryPage): Fragment {
  const { language, contact } = visit;
  const text = texts[language];
  const { groups } = checkout;
  const canBePlaced = groups.every(({ rates }) => rates.length > 0);
  const shippingPrice = groups.reduce((sum, { rates }) => sum + (rates[0]?.price ?? 0), 0);
  return renderPage({
    shop: store.shop,
    language,
    title: text.delivery,
    step: 'delivery',
    languagePath: visitPath(visit, 'delivery'),
    main: html`<dl class="review">
        <div><dt>${text.contact}</dt><dd>${contact?.email}</dd><dd>${changeLink(visit, text.contact)}</dd></div>
        <div>
          <dt>${text.shipTo}</dt>
          <dd>${contact && addressLine(contact.address, language)}</dd>
          <dd>${changeLink(visit, text.shipTo)}</dd>
        </div>
      </dl>
      <form method="post" action="${visitPath(visit, 'delivery')}" data-waiting="${text.waiting}">
        <h1>${text.deliveryOptions}</h1>
        ${groups.length === 0 && html`<p>${text.digitalOnly}</p>`}
        ${groups.map((group, at) => optionsOf(group, at, groups.length, language))}
        <div class="actions">
          <a href="${visitPath(visit, 'address')}">${text.backToAddress}</a>
          ${canBePlaced && html`<button>${text.placeOrder}</button>`}
        </div>
      </form>`,
    aside: html`${orderSummary({ shop: store.shop, language, lines: visit.lines, shippingPrice: canBePlaced ? shippingPrice : null })}
    ${developerPanel(checkout, visit)}`,
  });
}

function optionsOf(group: DeliveryGroup, at: number, groupCount: number, language: Language): Fragment {
  const text = texts[language];
  if (group.rates.length === 0) return html`<p class="notice" role="alert">${text.noOptions}</p>`;
  const from = [...new Set(group.lines.map(({ location }) => location.name))].join(', ');
  const legend = groupCount > 1 ? text.parcel(at + 1, from) : text.deliveryOptions;
  return html`<fieldset class="options">
    <legend class="${groupCount > 1 ? '' : 'visually-hidden'}">${legend}</legend>
    ${group.rates.map((rate, place) => option(group.id, rate, place === 0, language))}
  </fieldset>`;
}

function option(groupId: string, rate: CheckoutRate, isChosen: boolean, language: Language): Fragment {
  const window = deliveryWindow(rate, language);
  return html`<label class="option">
    <input
      type="radio"
      name="${groupId}"
      value="${rate.handle}"
      data-price="${rate.price}"
      required
      ${raw(isChosen ? 'checked' : '')}
    />
    <span class="option-text">
      <strong>${rate.title}</strong>
      ${rate.description && html`<span class="muted">${rate.description}</span>`}
      ${window && html`<span class="window">${window}</span>`}
    </span>
    <span class="option-price">${rate.price === 0 ? texts[language].free : money(rate.price, rate.currency, language)}</span>
  </label>`;
}

function changeLink(visit: Visit, what: string): Fragment {
  const { change } = texts[visit.language];
  return html`<a href="${visitPath(visit, 'address')}" aria-label="${change}: ${what}">${change}</a>`;
}

/** One line of text for an address, without the name. */
export function addressLine(address: PostalAddress, language: Language): string {
  const { address1, zip, city, province, country } = address;
  const town = [zip, city].filter(Boolean).join(' ');
  return [address1, town, province, countryName(country, language)].filter(Boolean).join(', ');
}
