import { expect, test } from 'vitest';
import { startSite, topics } from './site-harness.ts';

const site = await startSite();

test('a webhook is created, listed by its id only, and read without its keys', async () => {
  const id = await site.subscribe();
  expect(id).toMatch(/^[0-9a-f]{24}$/);
  expect((await site.read('/v3/webhooks')).json).toEqual({ webhooks: [{ id }] });
  const webhook = { id, url: site.receiver.url, http_method: 'POST', status: 'enabled', topics };
  expect((await site.read(`/v3/webhooks/${id}`)).json).toEqual(webhook);
  await site.control({ webhookListIdsOnly: false, wrapReads: true });
  expect((await site.read('/v3/webhooks')).json).toEqual({ webhooks: [webhook] });
  expect((await site.read(`/v3/webhooks/${id}`)).json).toEqual({ webhook });
});

test.each([{ url: 'nowhere' }, { topics: [] }, { status: 'asleep' }, { hash_keys: ['1', '2', '3', '4'] }])(
  'a webhook with %j is refused',
  async (wrong) => {
    const webhook = { url: site.receiver.url, topics, ...wrong };
    expect(await site.call('POST', '/v3/webhooks', { webhook })).toMatchObject({
      status: 400,
      json: { message: expect.stringContaining(`webhook.${Object.keys(wrong)[0]}`) },
    });
  },
);

test('any topic can be subscribed to, since their list is open', async () => {
  const id = await site.subscribe({ topics: ['our_own_message'] });
  expect((await site.read(`/v3/webhooks/${id}`)).json.topics).toEqual(['our_own_message']);
});

test('a webhook is changed in part, has its status set, and is deleted', async () => {
  const id = await site.subscribe();
  const path = `/v3/webhooks/${id}`;
  await site.call('PATCH', path, { webhook: { topics: ['order_state_changed'], http_method: 'PUT' } });
  await site.call('PATCH', `${path}/status`, { status: 'paused' });
  expect((await site.read(path)).json).toMatchObject({
    url: site.receiver.url,
    http_method: 'PUT',
    status: 'paused',
    topics: ['order_state_changed'],
  });
  expect(await site.call('PATCH', `${path}/status`, { status: 'asleep' })).toMatchObject({ status: 400 });
  expect(await site.call('DELETE', path)).toMatchObject({ status: 200 });
  for (const [method, gone] of [
    ['GET', path],
    ['PATCH', path],
    ['PATCH', `${path}/status`],
    ['DELETE', path],
  ] as const)
    expect(await site.call(method, gone, { status: 'enabled' })).toMatchObject({
      status: 404,
      json: { params: { entity: 'webhook', id } },
    });
});

test('webhooks are under the policy of the API user', async () => {
  await site.control({ refusedResources: ['webhooks'] });
  expect(await site.call('POST', '/v3/webhooks', {})).toMatchObject({ status: 403 });
});
