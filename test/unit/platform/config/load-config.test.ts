import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadConfig, type Role } from '#app/platform/config/index.ts';

const dataDirectory = mkdtempSync(join(tmpdir(), 'config-'));
afterAll(() => rmSync(dataDirectory, { recursive: true }));

const key = (id: string) => `${id}:${Buffer.alloc(32, id).toString('base64')}`;
const complete = {
  NODE_ENV: 'production',
  SHOPIFY_APP_URL: 'https://app.example.com',
  SHOPIFY_API_KEY: 'key',
  SHOPIFY_API_SECRET: 'secret',
  DATABASE_URL: 'postgresql://app:password@db.example.com:5432/app',
  ENCRYPTION_KEYS: key('a'),
  DATA_DIR: dataDirectory,
};

function load(changes: Record<string, string | undefined> = {}, role: Role = 'all') {
  return loadConfig({ ...complete, ...changes }, { role });
}

function faultsOf(changes: Record<string, string | undefined>, role?: Role): string[] {
  return load(changes, role)
    ._unsafeUnwrapErr()
    .map(({ variable }) => variable);
}

describe('loadConfig', () => {
  it('takes a complete environment', () => {
    expect(load()._unsafeUnwrap()).toMatchObject({
      environment: 'production',
      port: 3000,
      appUrl: 'https://app.example.com',
      database: { embedded: false, url: complete.DATABASE_URL },
      encryption: { keys: [{ id: 'a' }] },
      oneStock: { allowedHosts: [], allowPrivateAddresses: false, allowHttp: false },
      workerConcurrency: 20,
    });
  });

  it('names every fault at once, each variable once', () => {
    const faults = faultsOf({
      NODE_ENV: 'prodution',
      PORT: '80 80',
      SHOPIFY_API_KEY: undefined,
      SHOPIFY_API_SECRET: '',
      SCOPES: 'Write Orders,,',
      DATABASE_URL: undefined,
      ENCRYPTION_KEYS: undefined,
      ONESTOCK_ALLOW_HTTP: 'yes',
      LOG_LEVEL: 'verbose',
      WORKER_CONCURRENCY: '0',
    });
    expect(faults.sort()).toEqual([
      'DATABASE_URL',
      'ENCRYPTION_KEYS',
      'LOG_LEVEL',
      'NODE_ENV',
      'ONESTOCK_ALLOW_HTTP',
      'PORT',
      'SCOPES',
      'SHOPIFY_API_KEY',
      'SHOPIFY_API_SECRET',
      'WORKER_CONCURRENCY',
    ]);
  });

  it('never repeats a secret in a fault', () => {
    const faults = load({
      ENCRYPTION_KEYS: 'hunter2',
      DATABASE_URL: 'mysql://u:hunter2@h/d',
    })._unsafeUnwrapErr();
    expect(JSON.stringify(faults)).not.toContain('hunter2');
  });

  it('is strict when NODE_ENV is not set', () => {
    expect(faultsOf({ NODE_ENV: undefined, ENCRYPTION_KEYS: undefined })).toEqual(['ENCRYPTION_KEYS']);
  });

  describe('the app URL', () => {
    it.each([
      'https://app.example.com',
      'https://app.example.com/',
      'http://localhost:3000',
      'http://x.localhost',
    ])('takes %s', (url) => {
      expect(load({ SHOPIFY_APP_URL: url })._unsafeUnwrap().appUrl).toBe(new URL(url).origin);
    });

    it.each(['http://app.example.com', 'https://app.example.com/app', 'app.example.com', 'ftp://localhost'])(
      'refuses %s',
      (url) => {
        expect(faultsOf({ SHOPIFY_APP_URL: url })).toEqual(['SHOPIFY_APP_URL']);
      },
    );

    it('is read from HOST where Shopify CLI sets that', () => {
      const config = load({ SHOPIFY_APP_URL: undefined, HOST: 'https://tunnel.example.com' });
      expect(config._unsafeUnwrap().appUrl).toBe('https://tunnel.example.com');
      expect(faultsOf({ SHOPIFY_APP_URL: undefined, HOST: '0.0.0.0' })).toEqual(['HOST']);
      expect(faultsOf({ SHOPIFY_APP_URL: undefined })).toEqual(['SHOPIFY_APP_URL']);
    });
  });

  describe('the database', () => {
    const none = { DATABASE_URL: undefined };

    it('is embedded in production only when that was asked for', () => {
      expect(faultsOf(none)).toEqual(['DATABASE_URL']);
      expect(load({ ...none, EMBEDDED_DATABASE: '1' })._unsafeUnwrap().database.embedded).toBe(true);
      expect(load({ ...none, NODE_ENV: 'development' })._unsafeUnwrap().database.embedded).toBe(true);
    });

    it.each<Role>(['web', 'worker'])('is one that processes share when the role is %s', (role) => {
      expect(faultsOf({ ...none, EMBEDDED_DATABASE: '1' }, role)).toEqual(['DATABASE_URL']);
      expect(load({}, role).isOk()).toBe(true);
    });

    it('cannot be both', () => {
      expect(faultsOf({ EMBEDDED_DATABASE: '1' })).toEqual(['EMBEDDED_DATABASE']);
    });
  });

  describe('the encryption keys', () => {
    it('are one, or two in the order of writing', () => {
      const config = load({ ENCRYPTION_KEYS: `${key('b')},${key('a')}` })._unsafeUnwrap();
      expect(config.encryption.keys.map(({ id }) => id)).toEqual(['b', 'a']);
    });

    it.each([
      ['a key too short', `a:${Buffer.alloc(31).toString('base64')}`],
      ['a key without an id', Buffer.alloc(32).toString('base64')],
      ['an id that would break a sealed text', key('a').replace('a:', 'a.b:')],
      ['three keys', [key('a'), key('b'), key('c')].join(',')],
      ['an id twice', `${key('a')},${key('a')}`],
    ])('refuses %s', (_, value) => {
      expect(faultsOf({ ENCRYPTION_KEYS: value })).toEqual(['ENCRYPTION_KEYS']);
    });

    it('outside production are made once and kept for the owner alone', () => {
      const without = { NODE_ENV: 'development', ENCRYPTION_KEYS: undefined };
      const first = load(without)._unsafeUnwrap().encryption.keys;
      expect(first).toHaveLength(1);
      expect(first[0]?.key).toHaveLength(32);
      expect(load(without)._unsafeUnwrap().encryption.keys).toEqual(first);
      expect(statSync(join(dataDirectory, 'encryption-key')).mode & 0o777).toBe(0o600);
    });
  });

  it('takes OneStock hosts in lower case, with a port if given', () => {
    const { oneStock } = load({
      ONESTOCK_ALLOWED_HOSTS: 'OMS.example.com, 127.0.0.1:8080,[::1]:9',
    })._unsafeUnwrap();
    expect(oneStock.allowedHosts).toEqual(['oms.example.com', '127.0.0.1:8080', '[::1]:9']);
    expect(faultsOf({ ONESTOCK_ALLOWED_HOSTS: 'https://oms.example.com' })).toEqual([
      'ONESTOCK_ALLOWED_HOSTS',
    ]);
  });

  it.each([
    ['1', true],
    ['true', true],
    ['0', false],
    ['false', false],
  ])('reads the flag %s as %s', (value, expected) => {
    const config = load({ ONESTOCK_ALLOW_PRIVATE_ADDRESSES: value })._unsafeUnwrap();
    expect(config.oneStock.allowPrivateAddresses).toBe(expected);
  });
});
