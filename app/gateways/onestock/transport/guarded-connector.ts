import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { isPublicAddress } from './addresses.ts';

/** Turns a host name into its addresses. */
export type ResolveHost = (hostname: string) => Promise<LookupAddress[]>;

/** Thrown into undici when the address behind an allowed host name may not be called; `network-faults.ts` translates it. */
export class AddressRefused extends Error {
  readonly code = 'ADDRESS_REFUSED';
}

/** Asks the operating system, as Node's own connections do. */
export const resolveBySystem: ResolveHost = (hostname) => lookup(hostname, { all: true });

/**
 * A connector for undici that looks at the address of each new connection, so that a host name which passed the
 * check when it was saved cannot later point into the operator's network. The socket is given the very addresses
 * that were checked; it never resolves the name a second time.
 */
export function createGuardedConnector(settings: {
  connectTimeoutMs: number;
  allowPrivateAddresses: boolean;
  resolve: ResolveHost;
}): buildConnector.connector {
  const mayCall = (address: string) => settings.allowPrivateAddresses || isPublicAddress(address);
  const connect = buildConnector({
    timeout: settings.connectTimeoutMs,
    lookup: guardedLookup(settings.resolve, mayCall),
  } as buildConnector.BuildOptions);
  return (target, callback) => {
    // Node calls no lookup for a host that already is an address.
    if (isIP(target.hostname) && !mayCall(target.hostname))
      callback(new AddressRefused(target.hostname), null);
    else connect(target, callback);
  };
}

function guardedLookup(resolve: ResolveHost, mayCall: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (found) => {
        const allowed = found.filter((entry) => mayCall(entry.address));
        const [first] = allowed;
        if (!first) callback(new AddressRefused(hostname), '');
        else if (options.all) callback(null, allowed);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}
