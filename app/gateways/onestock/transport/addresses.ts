import ipaddr from 'ipaddr.js';

/** The only IPv6 block from which public addresses are given out (https://www.rfc-editor.org/rfc/rfc4291#section-2.4). */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');

/**
 * Whether an address (IPv4 or IPv6 text) belongs to the public internet. Loopback, private, link-local,
 * carrier-grade NAT, unique-local, multicast and reserved addresses do not, nor do the IPv6 forms that carry an
 * IPv4 address inside (mapped, compatible, NAT64, 6to4, Teredo), nor text that is no address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_IPV6);
}
