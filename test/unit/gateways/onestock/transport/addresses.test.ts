import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '#app/gateways/onestock/transport/addresses.ts';

describe('an address is public', () => {
  it.each(['8.8.8.8', '104.16.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::6810:1', '2a00:1450:4007::1'])(
    'when it belongs to the internet: %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback beyond the first', '127.8.8.8'],
    ['loopback in IPv6', '::1'],
    ['unspecified', '0.0.0.0'],
    ['unspecified in IPv6', '::'],
    ['private', '10.1.2.3'],
    ['private', '172.16.0.1'],
    ['private', '192.168.1.1'],
    ['link-local, where clouds keep their metadata', '169.254.169.254'],
    ['link-local in IPv6', 'fe80::1'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['unique-local', 'fd00::2'],
    ['site-local', 'fec0::1'],
    ['multicast', '224.0.0.1'],
    ['multicast in IPv6', 'ff02::1'],
    ['broadcast', '255.255.255.255'],
    ['documentation', '192.0.2.2'],
    ['documentation in IPv6', '2001:db8::1'],
    ['benchmarking', '198.18.0.1'],
    ['reserved', '240.0.0.1'],
    ['IPv4-mapped', '::ffff:127.0.0.1'],
    ['IPv4-mapped in hexadecimal', '::ffff:a00:1'],
    ['IPv4-compatible', '::127.0.0.1'],
    ['NAT64', '64:ff9b::a00:1'],
    ['6to4', '2002:a00:1::'],
    ['Teredo', '2001:0:a00:1::'],
    ['no address', 'localhost'],
    ['empty', ''],
  ])('never when it is %s: %s', (_, address) => expect(isPublicAddress(address)).toBe(false));
});
