import { randomBytes } from 'node:crypto';
import { Session } from '@shopify/shopify-api';
import { describe, expect, test } from 'vitest';
import { createSessionStorage } from '#app/gateways/shopify/session-storage.ts';
import { sealer } from '#app/platform/crypto/index.ts';
import { createLogger } from '#app/platform/log.ts';
import { freshDatabase } from '#test/support/database.ts';

const { database } = await freshDatabase();
const key = (id: string) => ({ id, key: randomBytes(32) });
const current = key('current');
const log = createLogger('silent');
const storage = createSessionStorage(database, sealer([current]), log);

const SHOP = 'example.myshopify.com';
const soon = () => new Date(Date.now() + 3_600_000);

function offline(id: string, changes: Partial<Session> = {}): Session {
  return new Session({
    id,
    shop: SHOP,
    state: 'state',
    isOnline: false,
    scope: 'write_orders,read_products',
    accessToken: 'shpat_offline',
    expires: soon(),
    refreshToken: 'shprt_refresh',
    refreshTokenExpires: new Date(Date.now() + 7_776_000_000),
    ...changes,
  });
}

function online(id: string): Session {
  return new Session({
    ...offline(id).toObject(),
    isOnline: true,
    onlineAccessInfo: {
      expires_in: 86_400,
      associated_user_scope: 'write_orders',
      associated_user: {
        id: 1234,
        first_name: 'Ada',
        last_name: 'Lovelace',
        email: 'ada@example.com',
        locale: 'en',
        email_verified: true,
        account_owner: true,
        collaborator: false,
      },
    },
  });
}

async function stored(id: string): Promise<Session> {
  const session = await storage.loadSession(id);
  if (!session) throw new Error(`There is no session ${id}.`);
  return session;
}

describe('a session comes back as it was stored', () => {
  test.each([
    ['with an expiring token and its refresh token', offline('whole')],
    [
      'without scope, token or expiry',
      offline('bare', { scope: undefined, accessToken: undefined, expires: undefined }),
    ],
    [
      'without a refresh token',
      offline('lasting', { refreshToken: undefined, refreshTokenExpires: undefined }),
    ],
    ['with the user of an online session', online('user')],
  ])('%s', async (_name, session) => {
    expect(await storage.storeSession(session)).toBe(true);
    const loaded = await stored(session.id);
    expect(session.equals(loaded)).toBe(true);
    expect(loaded).toBeInstanceOf(Session);
    expect(loaded.expires?.getTime()).toBe(session.expires?.getTime());
    expect(loaded.refreshTokenExpires?.getTime()).toBe(session.refreshTokenExpires?.getTime());
  });

  test('and says whether it is active by the clock and the scopes', async () => {
    await storage.storeSession(offline('active'));
    await storage.storeSession(offline('expired', { expires: new Date(Date.now() - 1000) }));
    expect((await stored('active')).isActive('write_orders')).toBe(true);
    expect((await stored('active')).isActive('write_shipping')).toBe(false);
    expect((await stored('expired')).isActive('write_orders')).toBe(false);
  });
});

describe('sessions are kept by their id', () => {
  test('storing one again replaces it', async () => {
    await storage.storeSession(offline('again'));
    const replaced = offline('again', { accessToken: 'shpat_second', scope: 'read_orders' });
    await storage.storeSession(replaced);
    expect(replaced.equals(await stored('again'))).toBe(true);
  });

  test('one that is not there loads as undefined, and may be deleted', async () => {
    expect(await storage.loadSession('nobody')).toBeUndefined();
    expect(await storage.deleteSession('nobody')).toBe(true);
  });

  test('one that is deleted is gone, and no other', async () => {
    await storage.storeSession(offline('kept'));
    await storage.storeSession(offline('gone'));
    expect(await storage.deleteSession('gone')).toBe(true);
    expect(await storage.loadSession('gone')).toBeUndefined();
    expect(await storage.loadSession('kept')).toBeDefined();
  });

  test('several are deleted together', async () => {
    for (const id of ['first', 'second', 'third']) await storage.storeSession(offline(id));
    expect(await storage.deleteSessions(['first', 'third', 'nobody'])).toBe(true);
    const left = await Promise.all(['first', 'second', 'third'].map((id) => storage.loadSession(id)));
    expect(left.map((session) => session?.id)).toEqual([undefined, 'second', undefined]);
  });

  test('the sessions of a shop are found, offline and online, and those of no other shop', async () => {
    const shop = 'several.myshopify.com';
    const sessions = [offline('a', { shop }), online('b'), offline('c', { shop })];
    if (sessions[1]) sessions[1].shop = shop;
    for (const session of sessions) await storage.storeSession(session);
    const found = await storage.findSessionsByShop(shop);
    expect(found.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(found.every((session, index) => sessions[index]?.equals(session))).toBe(true);
    expect(await storage.findSessionsByShop('nobody.myshopify.com')).toEqual([]);
  });
});

describe('what a session holds cannot be read from the database', () => {
  test('neither a token nor a person stands there in plain text', async () => {
    await storage.storeSession(online('secret'));
    const row = JSON.stringify(await database.prisma.session.findUniqueOrThrow({ where: { id: 'secret' } }));
    for (const secret of ['shpat_', 'shprt_', 'Ada', 'ada@example.com', '1234'])
      expect(row).not.toContain(secret);
  });

  test('a session that is copied under another id does not open', async () => {
    await storage.storeSession(offline('owner'));
    const row = await database.prisma.session.findUniqueOrThrow({ where: { id: 'owner' } });
    await database.prisma.session.create({ data: { ...row, id: 'thief' } });
    expect(await storage.loadSession('thief')).toBeUndefined();
  });

  test('a session sealed with the previous key opens while that key is configured, and reads as absent afterwards', async () => {
    await storage.storeSession(offline('rotated'));
    const next = key('next');
    const during = createSessionStorage(database, sealer([next, current]), log);
    const after = createSessionStorage(database, sealer([next]), log);
    expect(await during.loadSession('rotated')).toBeDefined();
    expect(await after.loadSession('rotated')).toBeUndefined();
    expect(await after.findSessionsByShop(SHOP)).toEqual([]);
  });
});
