import { errors } from 'undici';
import type { Call } from './call.ts';
import { deadlineError } from './deadline.ts';
import { type OneStockError, oneStockError } from './errors.ts';
import { AddressRefused } from './guarded-connector.ts';

/**
 * Turns what undici and Node throw when an exchange breaks into an error value: `onestock_timeout`,
 * `onestock_cancelled`, `onestock_host_refused`, `onestock_unreadable` or `onestock_unreachable`. Anything that
 * is not the outside world's doing is a bug, and is thrown on.
 */
export function translateNetworkFault(fault: unknown, host: URL, call: Call): OneStockError {
  const { deadline, route } = call;
  if (deadline.signal.aborted) return deadlineError(deadline.signal, route);
  if (fault instanceof AddressRefused) {
    const what = `${host.hostname} leads to an address of a private network. The app does not call it.`;
    return oneStockError('onestock_host_refused', route, what);
  }
  if (fault instanceof errors.HTTPParserError) {
    const what = `${host.host} answered with something that is not HTTP.`;
    return oneStockError('onestock_unreadable', route, what);
  }
  const code = codeOf(fault);
  if (code === undefined || /^(UND_)?ERR_INVALID/.test(code)) throw fault;
  if (code === 'UND_ERR_DESTROYED' || code === 'UND_ERR_CLOSED') {
    return oneStockError(
      'onestock_cancelled',
      route,
      'The app is stopping and gave the call to OneStock up.',
    );
  }
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') {
    return oneStockError(
      'onestock_unreadable',
      route,
      `${host.host} sent an answer that is too large to be one of OneStock's.`,
    );
  }
  return oneStockError('onestock_unreachable', route, unreachableText(code, host));
}

function unreachableText(code: string, host: URL): string {
  if (code === 'ENOTFOUND') return `There is no host named ${host.hostname}.`;
  if (code.includes('CERT') || code.startsWith('ERR_TLS') || code.startsWith('ERR_SSL')) {
    return `The certificate of ${host.host} cannot be trusted (${code}).`;
  }
  return `OneStock could not be reached at ${host.host} (${code}).`;
}

function codeOf(fault: unknown): string | undefined {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined;
}
