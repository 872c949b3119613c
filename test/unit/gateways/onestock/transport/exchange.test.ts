import { expect, it } from 'vitest';
import type { DeliveryPromiseQuestion, Exchange } from '#app/gateways/onestock/index.ts';
import { connectionTo, gatewayFor, PASSWORD, sendJson, startFakeSiteWithLogin } from '../fake-site.ts';

const QUESTION: DeliveryPromiseQuestion = {
  lines: [{ itemId: 'SKU1', quantity: 2 }],
  options: [{ deliveryMethod: 'standard', kind: 'home', location: { country: 'FR' } }],
};

/** WHEN a site that answers like this is asked by somebody who looks on. */
async function observed(answering: Parameters<typeof startFakeSiteWithLogin>[0]): Promise<Exchange[]> {
  const site = await startFakeSiteWithLogin(answering);
  const { gateway } = gatewayFor([site.host]);
  const exchanges: Exchange[] = [];
  await gateway.deliveryPromises(connectionTo(site.origin), QUESTION, {
    observe: (exchange) => exchanges.push(exchange),
  });
  return exchanges;
}

it('shows what was sent and what came back', async () => {
  const [exchange, ...more] = await observed((_, response) =>
    sendJson(response, { delivery_options: [] }, 200, { 'request-id': 'a1b2' }),
  );
  expect(more).toEqual([]);
  expect(exchange?.address).toMatch(/^GET http:.*\/v3\/delivery_promises$/);
  expect(exchange).toMatchObject({
    sent: { site_id: 's100', line_items: [{ item_id: 'SKU1', qty: 2 }] },
    answer: { status: 200, requestId: 'a1b2', text: '{"delivery_options":[]}' },
    failure: null,
  });
});

it('shows neither token nor user nor password, not even where the answer repeats them', async () => {
  const exchanges = await observed(({ body }, response) =>
    sendJson(response, { error: 'bad_request', message: `${PASSWORD} of api_user`, params: body }, 400),
  );
  expect(exchanges).toHaveLength(1);
  const shown = JSON.stringify(exchanges);
  expect(shown).toContain('[hidden]');
  for (const secret of [PASSWORD, 'api_user', 'token-1']) expect(shown).not.toContain(secret);
  expect(exchanges[0]?.sent).not.toHaveProperty('token');
});

it('shows both exchanges where OneStock refused a token, and no login', async () => {
  let asked = 0;
  const exchanges = await observed((_, response) => {
    asked += 1;
    if (asked === 1) sendJson(response, { error: 'auth_error' }, 401);
    else sendJson(response, { delivery_options: [] }, 200);
  });
  expect(exchanges.map(({ answer }) => answer?.status)).toEqual([401, 200]);
});

it('says why nothing came back', async () => {
  const [exchange] = await observed((_, response) => response.destroy());
  expect(exchange).toMatchObject({ answer: null, failure: 'onestock_unreachable' });
});
