import { isIP } from 'node:net';
import { err, ok, type Result } from 'neverthrow';
import { type HostRefusal, type OneStockError, oneStockError } from '../errors.ts';
import { isPublicAddress } from './addresses.ts';

/** Which hosts the app may call beyond OneStock's own. Set by whoever operates the app, never by a merchant. */
export interface HostPolicy {
  /** `host` for the scheme's own port, or `host:port`; compared whole, without regard to case. */
  allowedHosts: readonly string[];
  /** Lets names resolve to loopback and private addresses. For sandboxes and tests. */
  allowPrivateAddresses: boolean;
  /** Lets the allowed hosts, never OneStock's own, be called without TLS. */
  allowHttp: boolean;
}

/**
 * OneStock's hosts: shared (`api.`, `api-qualif.`, `api-training.`), a site's own and regional ones all lie
 * under this domain (https://github.com/OneStock-Retail/onestock-magento-connector).
 */
const ONESTOCK_DOMAIN = '.onestock-retail.com';

/**
 * Checks an origin that a merchant typed: https under OneStock's domain on the usual port, or a host that the
 * operator allows. Says nothing about the address behind the name, which is checked when connecting.
 *
 * @returns the parsed origin, or `onestock_host_refused`.
 */
export function checkHost(origin: string, policy: HostPolicy): Result<URL, OneStockError> {
  const url = URL.parse(origin.trim());
  if (!url || !isBareOrigin(url)) return refuse('no_origin');
  if (url.protocol === 'https:' && url.port === '' && url.hostname.endsWith(ONESTOCK_DOMAIN)) return ok(url);
  if (!isAllowedByOperator(url, policy)) return refuse('foreign');
  if (url.protocol === 'http:' && !policy.allowHttp) return refuse('unencrypted');
  const address = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(address) && !policy.allowPrivateAddresses && !isPublicAddress(address)) return refuse('private');
  return ok(url);
}

function isBareOrigin(url: URL): boolean {
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
}

function isAllowedByOperator(url: URL, policy: HostPolicy): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const spellings = [url.host, `${url.hostname}:${port}`];
  return policy.allowedHosts.some((allowed) => spellings.includes(allowed.toLowerCase()));
}

function refuse(why: HostRefusal): Result<URL, OneStockError> {
  return err(oneStockError('onestock_host_refused', 'check', { hostRefusal: why }));
}
