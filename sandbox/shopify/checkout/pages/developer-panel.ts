import { html } from 'hono/html';
import type { CheckoutRate } from '../../store/types.ts';
import type { CarrierQuote, Checkout, DeliveryGroup } from '../types.ts';
import type { Fragment } from './layout.ts';
import { prettyValue } from './metafields.ts';
import { type Visit, visitPath } from './visits.ts';

/** What shoppers never see: how Shopify came by the options. In English, for developers. */
export function developerPanel(checkout: Checkout, visit: Visit): Fragment {
  return html`<details class="developer" lang="en" open>
    <summary>
      Behind the scenes <span class="badge ${checkout.source}">${checkout.source}</span> ${checkout.durationMs} ms
    </summary>
    ${checkout.groups.map(groupFacts)}
    <form method="post" action="${visitPath(visit, 'quote')}" class="developer-actions">
      <button class="quiet" name="ask" value="carrier">Ask the carrier again</button>
      ${splitSwitch(checkout)}
    </form>
  </details>`;
}

/** Only a bag of several locations can be split. */
function splitSwitch({ cart, groups }: Checkout): Fragment | '' {
  const locations = new Set(groups.flatMap(({ lines }) => lines.map(({ location }) => location.id)));
  if (cart.lines.length < 2 || locations.size < 2) return '';
  return groups.length > 1
    ? html`<button class="quiet" name="ask" value="together">Deliver together</button>`
    : html`<button class="quiet" name="ask" value="split">Choose for each parcel</button>`;
}

function groupFacts({ quotes, rates }: DeliveryGroup): Fragment {
  return html`<ul class="quotes">
      ${quotes.map(quoteFacts)} ${quotes.length === 0 && html`<li>No carrier service is at this checkout.</li>`}
    </ul>
    ${rates.map(rateFacts)}`;
}

function quoteFacts({
  carrierName,
  locationName,
  isCached,
  problem,
  status,
  durationMs,
}: CarrierQuote): Fragment {
  const how = isCached
    ? 'from Shopify’s cache'
    : [status && `HTTP ${status}`, `${durationMs} ms`].filter(Boolean).join(', ');
  return html`<li>
    <strong>${carrierName}</strong> from ${locationName}: ${how}
    ${problem !== null && html`<span class="problem">Backup rates, because: ${problem}</span>`}
  </li>`;
}

function rateFacts({
  code,
  title,
  handle,
  minDeliveryDate,
  maxDeliveryDate,
  metafields,
}: CheckoutRate): Fragment {
  return html`<details class="rate-facts">
    <summary><code>${code}</code> ${title}</summary>
    <dl>
      <dt>handle</dt>
      <dd><code>${handle}</code></dd>
      <dt>dates</dt>
      <dd>${minDeliveryDate ?? 'none'} – ${maxDeliveryDate ?? 'none'}</dd>
      ${metafields.map(
        ({
          namespace,
          key,
          type,
          value,
        }) => html`<dt>${namespace}.${key} <span class="muted">${type}</span></dt>
          <dd><pre tabindex="0">${prettyValue(type, value)}</pre></dd>`,
      )}
    </dl>
  </details>`;
}
