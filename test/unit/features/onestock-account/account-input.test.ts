import { describe, expect, test } from 'vitest';
import { type AccountInput, checkAccountInput } from '#app/features/onestock-account/account-input.ts';

const POLICY = { allowedHosts: ['127.0.0.1:4444'], allowPrivateAddresses: true, allowHttp: true };

const INPUT: AccountInput = {
  siteId: 's100',
  host: 'https://api.onestock-retail.com',
  apiVersion: 'v3',
  userId: 'api_user',
  password: 'secret',
};

function faultsOf(change: Partial<AccountInput>): string[] {
  const checked = checkAccountInput({ ...INPUT, ...change }, POLICY);
  return Object.keys(checked._unsafeUnwrapErr().fields);
}

describe('the OneStock account that a merchant types', () => {
  test('is taken without the spaces around it, the password as it is', () => {
    const checked = checkAccountInput(
      { ...INPUT, siteId: ' s100 ', userId: 'api_user ', password: ' secret ', salesChannel: ' ' },
      POLICY,
    );
    expect(checked._unsafeUnwrap()).toEqual({ ...INPUT, password: ' secret ', salesChannel: null });
  });

  test.each([
    ['api.onestock-retail.com', 'https://api.onestock-retail.com'],
    ['HTTPS://S100.api.onestock-retail.com/', 'https://s100.api.onestock-retail.com'],
    ['http://127.0.0.1:4444', 'http://127.0.0.1:4444'],
  ])('may name its host as %s', (host, origin) => {
    expect(checkAccountInput({ ...INPUT, host }, POLICY)._unsafeUnwrap().host).toBe(origin);
  });

  test.each<[string, Partial<AccountInput>]>([
    ['siteId', { siteId: 'a b' }],
    ['siteId', { siteId: 'x'.repeat(33) }],
    ['siteId', { siteId: '' }],
    ['host', { host: '' }],
    ['host', { host: 'https://onestock-retail.com.evil.org' }],
    ['host', { host: 'http://169.254.169.254' }],
    ['host', { host: 'file:///etc/passwd' }],
    ['host', { host: 'https://api.onestock-retail.com/path' }],
    ['apiVersion', { apiVersion: 'v9' }],
    ['userId', { userId: ' ' }],
    ['password', { password: 'x'.repeat(201) }],
  ])('is refused at the field %s for %o', (field, change) => {
    expect(faultsOf(change)).toEqual([field]);
  });

  test('shows every fault at once', () => {
    expect(faultsOf({ siteId: '', host: 'ftp://x', apiVersion: 'x', userId: '' })).toEqual(
      expect.arrayContaining(['siteId', 'host', 'apiVersion', 'userId']),
    );
  });

  test('keeps the stored password when none is typed', () => {
    expect(checkAccountInput({ ...INPUT, password: '' }, POLICY)._unsafeUnwrap().password).toBeNull();
    expect(checkAccountInput({ ...INPUT, password: undefined }, POLICY)._unsafeUnwrap().password).toBeNull();
  });
});
