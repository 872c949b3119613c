import { errors } from 'undici';
import { type Breakage, type OneStockError, oneStockError } from '../errors.ts';
import type { Call } from './call.ts';
import { deadlineError } from './deadline.ts';
import { AddressRefused } from './guarded-connector.ts';

/**
 * Turns what undici and Node throw when an exchange breaks into an error value: `onestock_timeout`,
 * `onestock_cancelled`, `onestock_host_refused`, `onestock_unreadable` or `onestock_unreachable`. Anything that
 * is not the outside world's doing is a bug, and is thrown on.
 */
export function translateNetworkFault(fault: unknown, { deadline, route }: Call): OneStockError {
  if (deadline.signal.aborted) return deadlineError(deadline.signal, route);
  if (fault instanceof AddressRefused)
    return oneStockError('onestock_host_refused', route, { broken: { at: 'address', code: fault.code } });
  if (fault instanceof errors.HTTPParserError) return oneStockError('onestock_unreadable', route);
  const code = codeOf(fault);
  if (code === undefined || /^(UND_)?ERR_INVALID/.test(code)) throw fault;
  // The app is stopping.
  if (code === 'UND_ERR_DESTROYED' || code === 'UND_ERR_CLOSED')
    return oneStockError('onestock_cancelled', route);
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return oneStockError('onestock_unreadable', route);
  return oneStockError('onestock_unreachable', route, { broken: { at: placeOf(code), code } });
}

/** What getaddrinfo says of a name (https://nodejs.org/api/dns.html#error-codes, and its own `EAI_…`). */
const OF_THE_NAME = /^(ENOTFOUND|ENODATA|ESERVFAIL|ENONAME|EAI_\w+)$/;

/**
 * What OpenSSL says of a certificate (https://nodejs.org/api/tls.html#x509-certificate-error-codes), what Node adds to it, and what a
 * handshake with something that speaks no TLS ends in.
 */
const OF_TLS =
  /CERT|CRL|^(ERR_TLS_|ERR_SSL_)|^(EPROTO|UNABLE_TO_VERIFY_LEAF_SIGNATURE|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)$/;

function placeOf(code: string): Breakage['at'] {
  if (OF_THE_NAME.test(code)) return 'dns';
  return OF_TLS.test(code) ? 'tls' : 'connection';
}

function codeOf(fault: unknown): string | undefined {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined;
}
