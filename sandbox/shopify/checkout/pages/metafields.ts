import { html } from 'hono/html';
import type { Metafield } from '../../store/types.ts';
import type { Fragment } from './layout.ts';

/** What the app writes on every order, as integrators read it. */
const promised = ['delivery_promise', 'endpoint_id', 'delivery_promise_source'];

/** Whether the app has written its last word: the source is there whenever the rest is. */
export function isPromiseWritten(metafields: Metafield[]): boolean {
  return metafields.some(
    ({ namespace, key }) => namespace === 'onestock' && key === 'delivery_promise_source',
  );
}

/** The `onestock` metafields of an order, those still missing named as such. In English, for developers. */
export function promiseMetafields(metafields: Metafield[]): Fragment {
  return html`<dl class="metafields" lang="en">
    ${promised.map((key) => {
      const found = metafields.find(
        (metafield) => metafield.namespace === 'onestock' && metafield.key === key,
      );
      const absent = isPromiseWritten(metafields) ? 'none for this order' : 'not written yet';
      return html`<dt><code>onestock.${key}</code></dt>
        <dd>${found ? metafieldValue(found) : html`<span class="muted">${absent}</span>`}</dd>`;
    })}
  </dl>`;
}

export function metafieldValue({ type, value }: Pick<Metafield, 'type' | 'value'>): Fragment {
  return type === 'json'
    ? html`<pre tabindex="0">${prettyValue(type, value)}</pre>`
    : html`<code>${value}</code>`;
}

/** JSON on several lines; anything else, and JSON that is none, as it is. */
export function prettyValue(type: string, value: string): string {
  if (type !== 'json') return value;
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}
