import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { SHOP } from '#test/support/ties-under-test.ts';

import { TOPICS, webhooksUnderTest } from './onestock-webhook-under-test.ts';

const { database } = await freshDatabase();
const { door, synchronizingShop, row } = await webhooksUnderTest(database);

describe('the hash key', () => {
  test('rotates up to three deep, and no message is refused on the way', async () => {
    const { ensure, seen, tell, oneStockAccounts } = await synchronizingShop();
    await ensure();
    const token = (await seen())[0]?.url.split('/').at(-1) ?? '';
    const [first] = (await oneStockAccounts.webhookSender(token))?.keys ?? [];
    for (const id of ['1', '2', '3', '4']) {
      // The door remembers the keys of one or two rotations ago, as long as those take seconds.
      if (id === '3') door.serve(oneStockAccounts);
      expect(new Set(await tell(id))).toEqual(new Set([202]));
      (await oneStockAccounts.rotateWebhookKey(SHOP))._unsafeUnwrap();
    }
    const { keys = [] } = (await oneStockAccounts.webhookSender(token)) ?? {};
    expect(keys).toHaveLength(3);
    expect(keys).not.toContain(first);
    expect(await seen()).toEqual([expect.objectContaining({ hashKeys: 3 })]);
    door.serve(oneStockAccounts);
    expect(new Set(await tell('5'))).toEqual(new Set([202]));
  });

  test('that did not reach OneStock is sent again instead of pushing out the one that OneStock signs with', async () => {
    const { ensure, seen, tell, oneStockAccounts, site } = await synchronizingShop();
    await ensure();
    const token = (await seen())[0]?.url.split('/').at(-1) ?? '';
    await site.control({ failure: '500' });
    for (let times = 0; times < 4; times++)
      expect((await oneStockAccounts.rotateWebhookKey(SHOP)).isErr()).toBe(true);
    await site.control({ failure: 'none' });
    expect((await oneStockAccounts.webhookSender(token))?.keys).toHaveLength(2);
    door.serve(oneStockAccounts);
    expect(new Set(await tell('1'))).toEqual(new Set([202]));
    (await ensure())._unsafeUnwrap();
    expect(await seen()).toEqual([expect.objectContaining({ hashKeys: 2 })]);
  });

  test('that OneStock has lost is told to the merchant and given again', async () => {
    const { ensure, seen, tell, call, oneStockAccounts, obstacles, gateway, site } =
      await synchronizingShop();
    await ensure();
    const [webhook] = await seen();
    const { id = '', url = '' } = webhook ?? {};
    for (const hashKey of ['a', 'b', 'c'])
      await gateway.updateWebhook(site.account, id, { url, topics: TOPICS, hashKey });
    expect(await tell('1')).toEqual([401]);
    expect((await obstacles.list(SHOP)).map(({ source }) => source)).toEqual(['onestock_webhook_signature']);
    (await oneStockAccounts.ensureWebhook(SHOP))._unsafeUnwrap();
    expect(await obstacles.list(SHOP)).toEqual([]);
    await call('webhooks/settle', 'POST', {});
    expect(await database.prisma.inboxEvent.count()).toBe(2);
  });
});

test('only the hash of the token can be searched by', async () => {
  const { ensure, seen } = await synchronizingShop();
  await ensure();
  const token = (await seen())[0]?.url.split('/').at(-1) ?? '';
  expect(token).toHaveLength(43);
  expect((await row()).webhookTokenHash).toBe(createHash('sha256').update(token).digest('hex'));
});
