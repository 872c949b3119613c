import { type Answer, refuse, refuseEntity, success } from '../answer.ts';
import type { ControlCall } from '../control-door.ts';
import type { Site } from '../site.ts';
import { commandParcel, commands } from './commands.ts';
import { momentOf } from './moment.ts';
import { renderOrder } from './render.ts';

/**
 * What happens to orders without the API:
 * - `GET /_control/orders` shows every order as it is read; `DELETE` forgets them
 * - `GET /_control/orders/{id}` shows one
 * - `POST /_control/orders/{id}/claim`, `remove`, `out-of-stock`, `issue` and `bring-back` move units: `{indexRanges: [{from, to}]}` or
 *   `{itemQuantities: {sku: n}}`, or all that can follow; with `endpointId` and `reason`. `groups` does so for any `state`
 * - `POST …/parcels` packs units, chosen likewise: `{id, endpointId, carrier, trackingCode, trackingLink, transporter, state}`
 * - `POST …/parcels/{parcelId}` gives a parcel another `state` and tracking
 * - `POST …/state` moves the order itself: `{to}`
 * - `POST …/etas` says when it arrives by now, in Unix seconds: `{eta_start, eta_end}`
 *
 * Each answers `{order, parcelId, changes}` and sends the events of the changes to webhooks; what cannot be done is a 409 that says
 * why, and changes nothing.
 */
export function answerOrderControl({ method, segments, body }: ControlCall, site: Site): Answer {
  const [id, name = '', parcelId] = segments;
  const { orders, control } = site;
  if (id === undefined) {
    if (method === 'DELETE') orders.forget();
    return success({ orders: orders.all().map((order) => renderOrder(order, control.settings)) });
  }
  const order = orders.find(id);
  if (!order) return refuseEntity(404, 'not_found', 'order', id);
  if (method === 'GET') return success({ order: renderOrder(order, control.settings) });
  const command = commands[name];
  if (!command) return refuse(404, 'not_found', `there is no command ${name}`);
  const moment = momentOf(site);
  const done =
    parcelId === undefined ? command(order, body, moment) : commandParcel(order, parcelId, body, moment);
  if (done.isErr()) return refuse(409, 'refused', done.error);
  site.webhooks.announce(order, done.value.changes);
  return success({ order: renderOrder(order, control.settings), ...done.value });
}
