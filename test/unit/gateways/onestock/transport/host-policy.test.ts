import { describe, expect, it } from 'vitest';
import { checkHost, type HostPolicy } from '#app/gateways/onestock/index.ts';

const strict: HostPolicy = { allowedHosts: [], allowPrivateAddresses: false, allowHttp: false };

describe('a host that a merchant typed', () => {
  it.each([
    'https://api.onestock-retail.com',
    'https://api-qualif.onestock-retail.com/',
    'https://s100.api.eu1.qualif.onestock-retail.com',
    '  https://API.OneStock-Retail.com ',
    'https://api.onestock-retail.com:443',
  ])('is accepted under the domain of OneStock over https: %s', (origin) => {
    expect(checkHost(origin, strict).isOk()).toBe(true);
  });

  it.each([
    ['another domain', 'https://example.com'],
    ['a domain that only ends alike', 'https://evil-onestock-retail.com'],
    ['a domain that only begins alike', 'https://api.onestock-retail.com.evil.example'],
    ['the bare domain', 'https://onestock-retail.com'],
    ['a trailing dot', 'https://api.onestock-retail.com.'],
    ['no encryption', 'http://api.onestock-retail.com'],
    ['another scheme', 'ftp://api.onestock-retail.com'],
    ['another port', 'https://api.onestock-retail.com:8443'],
    ['a path', 'https://api.onestock-retail.com/v3'],
    ['a query', 'https://api.onestock-retail.com/?a=b'],
    ['a fragment', 'https://api.onestock-retail.com/#a'],
    ['a user', 'https://user:word@api.onestock-retail.com'],
    ['an address', 'https://127.0.0.1'],
    ['an address in disguise', 'https://0x7f.1'],
    ['no URL', 'api.onestock-retail.com'],
    ['nothing', ''],
  ])('is refused with %s: %s', (_, origin) => {
    const error = checkHost(origin, strict)._unsafeUnwrapErr();
    expect(error).toMatchObject({ code: 'onestock_host_refused', retryable: false });
    expect(error.hostRefusal).toMatch(/^(no_origin|foreign)$/);
  });
});

describe('a host that the operator allows', () => {
  const open: HostPolicy = {
    allowedHosts: ['oms.example.com', '127.0.0.1:4001'],
    allowPrivateAddresses: true,
    allowHttp: true,
  };

  it.each([
    'https://oms.example.com',
    'http://oms.example.com',
    'https://OMS.example.com:443',
    'http://127.0.0.1:4001',
  ])('is accepted: %s', (origin) => {
    expect(checkHost(origin, open).isOk()).toBe(true);
  });

  it('is named with its own port when the scheme has another, or with the usual port spelled out', () => {
    const policy = { ...open, allowedHosts: ['OMS.example.com:443'] };
    expect(checkHost('https://oms.example.com', policy).isOk()).toBe(true);
    expect(checkHost('http://oms.example.com', policy).isOk()).toBe(false);
  });

  it.each([
    'https://sub.oms.example.com',
    'https://oms.example.com:8443',
    'http://127.0.0.1:4002',
    'http://127.0.0.1',
  ])('allows no other: %s', (origin) => {
    expect(checkHost(origin, open)._unsafeUnwrapErr().code).toBe('onestock_host_refused');
  });

  it('still needs https unless http is allowed too', () => {
    const policy = { ...open, allowHttp: false };
    const error = checkHost('http://oms.example.com', policy)._unsafeUnwrapErr();
    expect(error.hostRefusal).toBe('unencrypted');
    expect(checkHost('https://oms.example.com', policy).isOk()).toBe(true);
  });

  it.each(['127.0.0.1:4001', '[::1]:4001', '169.254.169.254', '[::ffff:10.0.0.1]'])(
    'may be a private address only where those are allowed: %s',
    (host) => {
      const policy = { allowedHosts: [host], allowPrivateAddresses: false, allowHttp: true };
      expect(checkHost(`http://${host}`, policy).isOk()).toBe(false);
    },
  );

  it('never makes plain http acceptable for the hosts of OneStock', () => {
    expect(checkHost('http://api.onestock-retail.com', open).isOk()).toBe(false);
  });
});
