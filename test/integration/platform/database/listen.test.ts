import { afterEach, describe, expect, it, vi } from 'vitest';
import { CONFIGURATION_CHANGED, listen, notifyConfigurationChanged } from '#app/platform/database/listen.ts';
import { freshDatabase } from '#test/support/database.ts';

const { url, database } = await freshDatabase();
const listeners: { close(): Promise<void> }[] = [];
afterEach(() => Promise.all(listeners.splice(0).map((listener) => listener.close())));

function start() {
  const onMessage = vi.fn<(payload: string) => void>();
  const onConnect = vi.fn<() => void>();
  listeners.push(listen(url, CONFIGURATION_CHANGED, onMessage, onConnect));
  return { onMessage, onConnect };
}

const notify = (shop: string) =>
  database.prisma.$transaction((transaction) => notifyConfigurationChanged(transaction, shop));

describe('listen', () => {
  it('hears what a transaction announced once it commits, and nothing of one that did not', async () => {
    const { onMessage, onConnect } = start();
    await vi.waitFor(() => expect(onConnect).toHaveBeenCalledOnce());
    const undone = database.prisma.$transaction(async (transaction) => {
      await notifyConfigurationChanged(transaction, 'undone.myshopify.com');
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await notify('done.myshopify.com');
    await vi.waitFor(() => expect(onMessage.mock.calls).toEqual([['done.myshopify.com']]));
  });

  it('listens again after its connection was cut, and says so, for it may have missed something', async () => {
    const { onMessage, onConnect } = start();
    await vi.waitFor(() => expect(onConnect).toHaveBeenCalledOnce());
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where query ilike 'listen%' and datname = current_database()`,
    );
    await vi.waitFor(() => expect(onConnect).toHaveBeenCalledTimes(2), { timeout: 10_000 });
    await notify('a.myshopify.com');
    await vi.waitFor(() => expect(onMessage).toHaveBeenCalledWith('a.myshopify.com'));
  });
});
