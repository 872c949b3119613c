import { html } from 'hono/html';
import type { FulfillmentOrder } from '../../store/fulfillment-types.ts';
import { numericId } from '../../store/ids.ts';
import type { Store } from '../../store/store.ts';
import type { Order } from '../../store/types.ts';
import { addressLine } from './delivery-page.ts';
import { money } from './format.ts';
import { type Fragment, renderPage } from './layout.ts';
import { metafieldValue } from './metafields.ts';

/** The shop's orders, newest first. In English: a page for developers, who use it in place of Shopify's admin. */
export function ordersPage(store: Store): Fragment {
  const orders = [...store.orders.values()].reverse();
  return renderPage({
    shop: store.shop,
    language: 'en',
    title: 'Orders',
    main: html`<h1>Orders</h1>
      ${
        orders.length === 0
          ? html`<p class="notice">No order yet. <a href="/checkout">Place one in the checkout.</a></p>`
          : html`<div class="scroll" tabindex="0" role="region" aria-label="Orders"><table>
              <thead>
                <tr><th scope="col">Order</th><th scope="col">Placed</th><th scope="col">Delivery</th>
                <th scope="col">To</th><th scope="col">Promise</th></tr>
              </thead>
              <tbody>
                ${orders.map((order) => orderRow(store, order))}
              </tbody>
            </table></div>`
      }`,
  });
}

function orderRow(store: Store, order: Order): Fragment {
  const source = store.metafields.find(order.id, 'onestock', 'delivery_promise_source');
  const { shippingAddress: to } = order;
  return html`<tr>
    <th scope="row"><a href="/orders/${numericId(order.id)}">${order.name}</a></th>
    <td>${time(order.createdAt)}</td>
    <td>${order.shippingLines.map(({ title }) => title).join(', ') || 'none'}</td>
    <td>${to ? [to.city, to.country].filter(Boolean).join(', ') : 'none'}</td>
    <td>${source ? html`<span class="badge">${source.value}</span>` : html`<span class="muted">not written</span>`}</td>
  </tr>`;
}

/** One order with all that an app can read of it. */
export function orderPage(store: Store, order: Order): Fragment {
  const metafields = store.metafields.of(order.id);
  return renderPage({
    shop: store.shop,
    language: 'en',
    title: `Order ${order.name}`,
    main: html`<p><a href="/orders">All orders</a></p>
      <h1>Order ${order.name}</h1>
      <p class="muted">${time(order.createdAt)} · <code>${order.id}</code> · ${order.locale}</p>
      <h2>Metafields</h2>
      ${metafields.length === 0 && html`<p class="muted">None yet.</p>`}
      <dl class="metafields">
        ${metafields.map(
          (
            metafield,
          ) => html`<dt><code>${metafield.namespace}.${metafield.key}</code> <span class="muted">${metafield.type}</span></dt>
            <dd>${metafieldValue(metafield)}</dd>`,
        )}
      </dl>
      <h2>Lines</h2>
      <ul class="plain">
        ${order.lines.map(
          ({ title, sku, quantity, unitPrice }) =>
            html`<li>${quantity} × ${title} <span class="muted">${sku}</span> ${money(unitPrice, order.currency, 'en')}</li>`,
        )}
      </ul>
      <h2>Shipping lines</h2>
      <ul class="plain">
        ${order.shippingLines.map(
          ({ title, code, price, source, carrierIdentifier }) =>
            html`<li>
              <strong>${title}</strong> ${money(price, order.currency, 'en')}, code <code>${code}</code>, source ${source}${
                carrierIdentifier && html`, carrier <code>${carrierIdentifier}</code>`
              }
            </li>`,
        )}
      </ul>
      <p>${order.shippingAddress && addressLine(order.shippingAddress, 'en')}</p>
      <h2>Fulfillment orders</h2>
      ${order.fulfillmentOrders.length === 0 && html`<p class="muted">Not routed yet.</p>`}
      ${order.fulfillmentOrders.map((fulfillmentOrder) => fulfillmentOrderCard(store, order, fulfillmentOrder))}`,
  });
}

function fulfillmentOrderCard(
  store: Store,
  order: Order,
  { status, locationId, deliveryMethod, lines }: FulfillmentOrder,
) {
  const location = store.locations.find(({ id }) => id === locationId);
  const { minDeliveryDateTime: from, maxDeliveryDateTime: until } = deliveryMethod ?? {};
  return html`<article class="card">
    <h3>${location?.name} <span class="badge">${status}</span></h3>
    <dl class="facts">
      <dt>Method</dt><dd>${deliveryMethod?.methodType ?? 'none'} <code>${deliveryMethod?.serviceCode}</code></dd>
      <dt>Presented as</dt><dd>${deliveryMethod?.presentedName ?? 'nothing'}</dd>
      <dt>Window</dt><dd>${from ? time(from) : 'open'} – ${until ? time(until) : 'open'}</dd>
    </dl>
    <ul class="plain">
      ${lines.map(({ orderLineId, totalQuantity, remainingQuantity }) => {
        const line = order.lines.find(({ id }) => id === orderLineId);
        return html`<li>${line?.sku ?? line?.title}: ${remainingQuantity} of ${totalQuantity} to fulfil</li>`;
      })}
    </ul>
  </article>`;
}

function time(instant: Date): Fragment {
  const iso = instant.toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 16).replace('T', ' ')} UTC</time>`;
}
