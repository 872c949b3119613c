import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_TEXTS, type DeliveryOption } from '#app/features/delivery-options/index.ts';
import { createShopSnapshots } from '#app/features/promise/shop-snapshots.ts';
import { NEVER } from '#test/support/ladder-in-time.ts';
import { NOW } from '#test/support/promises.ts';
import { deliveryOption, SHOP, snapshot } from '#test/support/rate-requests.ts';

const TOKEN = 'path-token';
const open: { close(): void }[] = [];

beforeEach(() => {
  // The cache took hold of the machine's own clock when it was loaded.
  vi.spyOn(performance, 'now').mockImplementation(() => Date.now());
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  for (const snapshots of open.splice(0)) snapshots.close();
  vi.useRealTimers();
});

/** Snapshots of one shop over a database whose content and speed a test changes. */
function snapshotsOver() {
  const { shop, connection, stores } = snapshot([]);
  const database = {
    options: [deliveryOption({ handle: 'FIRST' })] as DeliveryOption[],
    isInstalled: true,
    /** What each reading of the options waits for. */
    gate: Promise.resolve() as Promise<unknown>,
    readings: 0,
    lookUps: 0,
  };
  const snapshots = createShopSnapshots({
    shops: {
      shopByCarrierToken: async (token) => {
        database.lookUps += 1;
        return token === TOKEN && database.isInstalled ? shop : null;
      },
    },
    oneStockAccounts: {
      account: async () => connection,
      stores: async () => stores,
    },
    deliveryOptions: {
      texts: async () => DEFAULT_TEXTS,
      list: async () => {
        database.readings += 1;
        const read = database.options;
        await database.gate;
        return read;
      },
    },
    log: pino({ enabled: false }),
  });
  open.push(snapshots);
  const handles = async () =>
    (await snapshots.byCarrierToken(TOKEN))?.options.map(({ handle }) => handle) ?? null;
  return { snapshots, database, handles };
}

const SECOND_OPTION = [deliveryOption({ handle: 'SECOND' })];

describe('a shop’s configuration', () => {
  it('is read once, however many ask at once and afterwards, and holds active options only', async () => {
    const { handles, database } = snapshotsOver();
    database.options = [
      deliveryOption({ handle: 'FIRST' }),
      deliveryOption({ handle: 'OFF', active: false }),
    ];
    expect(await Promise.all([handles(), handles(), handles()])).toEqual([['FIRST'], ['FIRST'], ['FIRST']]);
    expect(await handles()).toEqual(['FIRST']);
    expect(database.readings).toBe(1);
  });

  it('is read again on a notification about the shop, and not on another shop’s', async () => {
    const { handles, database, snapshots } = snapshotsOver();
    await handles();
    database.options = SECOND_OPTION;
    snapshots.renew('other.myshopify.com');
    await vi.advanceTimersByTimeAsync(0);
    expect(await handles()).toEqual(['FIRST']);
    snapshots.renew(SHOP);
    await vi.advanceTimersByTimeAsync(0);
    expect(await handles()).toEqual(['SECOND']);
  });

  it('is read again every 30 seconds, for a notification may be lost', async () => {
    const { handles, database } = snapshotsOver();
    await handles();
    database.options = SECOND_OPTION;
    await vi.advanceTimersByTimeAsync(29_999);
    expect(await handles()).toEqual(['FIRST']);
    await vi.advanceTimersByTimeAsync(1);
    expect(await handles()).toEqual(['SECOND']);
  });

  it('that changes while it is read is read once more', async () => {
    const { handles, database, snapshots } = snapshotsOver();
    await handles();
    let release = () => {};
    database.gate = new Promise<void>((done) => {
      release = done;
    });
    snapshots.renew(SHOP);
    await vi.advanceTimersByTimeAsync(0);
    database.options = SECOND_OPTION;
    snapshots.renew(SHOP);
    release();
    await vi.advanceTimersByTimeAsync(0);
    expect(await handles()).toEqual(['SECOND']);
    expect(database.readings).toBe(3);
  });

  it('delays nobody while a frozen database reads it anew, and one reading waits, not one a poll', async () => {
    const { handles, database } = snapshotsOver();
    await handles();
    database.gate = NEVER;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(await handles()).toEqual(['FIRST']);
    expect(database.readings).toBe(2);
  });

  it('stays what it was when reading it anew fails, until a reading succeeds', async () => {
    const { handles, database } = snapshotsOver();
    await handles();
    database.gate = Promise.reject(new Error('terminating connection'));
    database.gate.catch(() => {});
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await handles()).toEqual(['FIRST']);
    database.gate = Promise.resolve();
    database.options = SECOND_OPTION;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await handles()).toEqual(['SECOND']);
  });

  it('that was never read is waited for, a second at most, and then found as soon as it is read', async () => {
    const { handles, database } = snapshotsOver();
    let release = () => {};
    database.gate = new Promise<void>((done) => {
      release = done;
    });
    const first = expect(handles()).rejects.toThrow('not read in time');
    await vi.advanceTimersByTimeAsync(1000);
    await first;
    release();
    await vi.advanceTimersByTimeAsync(0);
    expect(await handles()).toEqual(['FIRST']);
    expect(database.readings).toBe(1);
  });

  it('of a shop that is gone is gone', async () => {
    const { handles, database, snapshots } = snapshotsOver();
    await handles();
    database.isInstalled = false;
    snapshots.renew(SHOP);
    await vi.advanceTimersByTimeAsync(0);
    expect(await handles()).toBeNull();
  });
});

describe('a path token that belongs to no shop', () => {
  it('is remembered for ten seconds, so that guessing costs one look-up, then looked up again', async () => {
    const { snapshots, database } = snapshotsOver();
    const guess = () => snapshots.byCarrierToken('guessed');
    expect(await Promise.all([guess(), guess(), guess()])).toEqual([null, null, null]);
    expect(database.lookUps).toBe(1);
    await vi.advanceTimersByTimeAsync(10_001);
    await guess();
    expect(database.lookUps).toBe(2);
  });

  it('is looked up at once when a shop’s configuration changed: it may have become that shop’s', async () => {
    const { handles, database, snapshots } = snapshotsOver();
    database.isInstalled = false;
    expect(await handles()).toBeNull();
    database.isInstalled = true;
    snapshots.renew(SHOP);
    await vi.advanceTimersByTimeAsync(0);
    expect(await handles()).toEqual(['FIRST']);
  });
});
