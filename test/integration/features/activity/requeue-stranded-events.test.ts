import { expect, test } from 'vitest';
import { createActivity } from '#app/features/activity/index.ts';
import { systemClock } from '#app/platform/clock.ts';
import { freshDatabase } from '#test/support/database.ts';

const { database } = await freshDatabase();
const activity = createActivity({ database, clock: systemClock });

test('an event that no job handles is given one after ten minutes', async () => {
  const receivedAt = new Date('2026-11-21T10:00:00Z');
  const event = {
    source: 'shopify',
    shop: 'a.myshopify.com',
    messageId: '1',
    topic: 'orders/paid',
    receivedAt,
  };
  const { id } = await database.prisma.inboxEvent.create({ data: event });

  expect(await activity.requeueStrandedEvents(new Date('2026-11-21T10:09:59Z'))).toBe(0);
  expect(await activity.requeueStrandedEvents(new Date('2026-11-21T10:10:01Z'))).toBe(1);

  const { rows } = await database.pool.query('select task_identifier as task, key from graphile_worker.jobs');
  expect(rows).toEqual([{ task: 'handle-inbox-event', key: `event:${id}` }]);
});
