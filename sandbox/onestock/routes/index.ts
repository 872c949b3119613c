import type { Answer } from '../answer.ts';
import type { Call, CallLine } from '../call.ts';
import { shortLists } from '../data/lists.ts';
import { refuseByPolicy } from '../policy.ts';
import type { Site } from '../site.ts';
import { absentThings, answerAbsentThing } from './absent-things.ts';
import { answerDeliveryPromises } from './delivery-promises.ts';
import { answerEndpoint, answerEndpoints } from './endpoints.ts';
import { answerItems } from './items.ts';
import { answerLineItem, answerLineItemGroups, answerLineItemGroupsPatch } from './line-item-groups.ts';
import { answerCheck, answerShortList } from './lists.ts';
import { answerLogin, refuseStranger } from './login.ts';
import { answerOrderSearch, answerOrders } from './order-lists.ts';
import { answerNewOrder, answerOrder, answerOrderPatch } from './orders.ts';
import { answerParcel } from './parcels.ts';
import {
  answerNewWebhook,
  answerWebhook,
  answerWebhookPatch,
  answerWebhookRemoval,
  answerWebhookStatus,
  answerWebhooks,
} from './webhooks.ts';

interface Route {
  method: string;
  /** Path after the version; a part in braces stands for any text. */
  pattern: string;
  handle(call: Call, site: Site): Answer;
}

const login: Route = { method: 'POST', pattern: 'login', handle: answerLogin };

/** Every route of the site; each exists unversioned and under every version. */
const routes: Route[] = [
  login,
  { method: 'GET', pattern: 'check', handle: answerCheck },
  { method: 'GET', pattern: 'delivery_promises', handle: answerDeliveryPromises },
  { method: 'GET', pattern: 'endpoints', handle: answerEndpoints },
  { method: 'GET', pattern: 'endpoints/{id}', handle: answerEndpoint },
  { method: 'GET', pattern: 'items', handle: answerItems },
  { method: 'POST', pattern: 'orders', handle: answerNewOrder },
  { method: 'GET', pattern: 'orders', handle: answerOrders },
  { method: 'GET', pattern: 'orders/{id}', handle: answerOrder },
  { method: 'PATCH', pattern: 'orders/{id}', handle: answerOrderPatch },
  { method: 'GET', pattern: 'search_orders', handle: answerOrderSearch },
  { method: 'GET', pattern: 'line_item_groups', handle: answerLineItemGroups },
  { method: 'PATCH', pattern: 'line_item_groups', handle: answerLineItemGroupsPatch },
  { method: 'GET', pattern: 'line_items/{id}', handle: answerLineItem },
  { method: 'GET', pattern: 'parcels/{id}', handle: answerParcel },
  { method: 'POST', pattern: 'webhooks', handle: answerNewWebhook },
  { method: 'GET', pattern: 'webhooks', handle: answerWebhooks },
  { method: 'GET', pattern: 'webhooks/{id}', handle: answerWebhook },
  { method: 'PATCH', pattern: 'webhooks/{id}', handle: answerWebhookPatch },
  { method: 'DELETE', pattern: 'webhooks/{id}', handle: answerWebhookRemoval },
  { method: 'PATCH', pattern: 'webhooks/{id}/status', handle: answerWebhookStatus },
  ...Object.entries(absentThings).map(([name, entity]) => ({
    method: 'GET',
    pattern: `${name}/{id}`,
    handle: answerAbsentThing(entity),
  })),
  ...Object.keys(shortLists).map((name) => ({ method: 'GET', pattern: name, handle: answerShortList(name) })),
];

/** Answers a call that reached the site: an unknown route first, then a stranger, then the policy, then what the route says. */
export function answerCall(call: Call, site: Site): Answer {
  const route = routes.find(
    ({ method, pattern }) => method === call.method && matches(pattern, call.segments),
  );
  if (!route) return unknownRoute;
  const refusal = route === login ? null : (refuseStranger(call, site) ?? refuseByPolicy(call, site));
  return refusal ?? route.handle(call, site);
}

/** Names a route as it is counted: `POST /v3/endpoints/{id}`, with the method of the request line. */
export function routeLabel({ wireMethod, version, segments }: CallLine): string {
  const known = routes.find(({ pattern }) => matches(pattern, segments));
  return `${wireMethod} /${[version, known?.pattern ?? segments.join('/')].filter(Boolean).join('/')}`;
}

function matches(pattern: string, segments: string[]): boolean {
  const parts = pattern.split('/');
  return (
    parts.length === segments.length &&
    parts.every((part, at) => part.startsWith('{') || part === segments[at])
  );
}

/** A page of text, not JSON, as recorded by https://github.com/inviqa/onestock-api-client */
const unknownRoute: Answer = {
  status: 404,
  contentType: 'text/plain; charset=utf-8',
  text: `
   _  _    ___  _  _
  | || |  / _ \\| || |
  |__   _| (_) |__   _|
     |_|  \\___/   |_|

  There is no such route.
`,
};
