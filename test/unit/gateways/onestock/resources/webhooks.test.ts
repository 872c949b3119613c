import { describe, expect, it } from 'vitest';
import { type Answering, connectionTo, gatewayFor, sendJson, startFakeSiteWithLogin } from '../fake-site.ts';

const WANTED = {
  url: 'https://app.example.com/webhooks/onestock/token',
  topics: ['order_state_changed'],
  hashKey: 'k',
};

async function siteThat(answering: Answering) {
  const site = await startFakeSiteWithLogin(answering);
  return {
    gateway: gatewayFor([site.host]).gateway,
    connection: connectionTo(site.origin),
    asked: () => site.received.slice(1).map(({ method, path }) => `${method} ${path}`),
  };
}

describe('changing a webhook', () => {
  it.each([
    [404, 'there is no such route'],
    [405, ''],
  ])('replaces it where the site cannot (%i), the new one first', async (status, page) => {
    const { gateway, connection, asked } = await siteThat(({ method }, response) => {
      if (method === 'PATCH') response.writeHead(status).end(page);
      else sendJson(response, { id: 'new' }, method === 'POST' ? 201 : 200);
    });
    expect((await gateway.updateWebhook(connection, 'old', WANTED))._unsafeUnwrap()).toEqual({ id: 'new' });
    expect(asked()).toEqual(['PATCH /v3/webhooks/old', 'POST /v3/webhooks', 'DELETE /v3/webhooks/old']);
  });

  it.each([
    [404, { error: 'not_found' }, 'onestock_not_found'],
    [400, { error: 'invalid_parameter', message: 'invalid webhook.url: no' }, 'onestock_refused'],
    [500, {}, 'onestock_failed'],
  ])('replaces nothing when the site says otherwise that it does not: %i %j', async (status, body, code) => {
    const { gateway, connection, asked } = await siteThat((_, response) => sendJson(response, body, status));
    const error = (await gateway.updateWebhook(connection, 'old', WANTED))._unsafeUnwrapErr();
    expect(error.code).toBe(code);
    expect(asked()).toEqual(['PATCH /v3/webhooks/old']);
  });

  it('leaves the old one alone when no new one could be made', async () => {
    const { gateway, connection, asked } = await siteThat(({ method }, response) => {
      if (method === 'PATCH') response.writeHead(404).end('no such route');
      else sendJson(response, {}, 500);
    });
    expect((await gateway.updateWebhook(connection, 'old', WANTED)).isErr()).toBe(true);
    expect(asked()).not.toContain('DELETE /v3/webhooks/old');
  });
});

describe('a list of webhooks', () => {
  it('leaves out one that was deleted while it was read', async () => {
    const { gateway, connection } = await siteThat(({ path }, response) => {
      if (path === '/v3/webhooks') sendJson(response, { webhooks: [{ id: 'gone' }, { id: 'here' }] });
      else if (path.endsWith('gone')) sendJson(response, { error: 'not_found' }, 404);
      else sendJson(response, { id: 'here', url: WANTED.url, topics: WANTED.topics });
    });
    expect((await gateway.listWebhooks(connection))._unsafeUnwrap()).toEqual([
      { id: 'here', url: WANTED.url, topics: WANTED.topics, status: null },
    ]);
  });
});
