import type { OneStockError, OneStockErrorCode } from './errors.ts';

const HAPPENED: Record<OneStockErrorCode, string> = {
  onestock_unreachable: 'OneStock could not be reached',
  onestock_timeout: 'OneStock did not answer in time',
  onestock_cancelled: 'The call to OneStock was given up before it answered',
  onestock_credentials_refused: 'OneStock refused the credentials',
  onestock_forbidden: 'The policy of OneStock forbids this to the API user',
  onestock_rate_limited: 'OneStock’s limit of requests is reached',
  onestock_route_unknown: 'OneStock does not know this address',
  onestock_not_found: 'OneStock does not find what was asked for',
  onestock_conflict: 'OneStock already has this',
  onestock_refused: 'OneStock refused the call',
  onestock_failed: 'OneStock failed',
  onestock_unreadable: 'OneStock’s answer cannot be read',
  onestock_host_refused: 'The host is none that the app may call',
};

/** What happened, in English, for the features that do not go by the code yet. */
export function spokenError({
  code,
  status,
  vendorCode,
  vendorMessage,
}: Pick<OneStockError, 'code' | 'status' | 'vendorCode' | 'vendorMessage'>): string {
  const said = (vendorMessage ?? vendorCode)?.replace(/[.\s]+$/, '');
  return `${HAPPENED[code]}${status ? ` with status ${status}` : ''}${said ? `: ${said}` : ''}.`;
}
