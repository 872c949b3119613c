import { err, ok, type Result } from 'neverthrow';
import type { Clock } from '#app/platform/clock.ts';
import { type OneStockError, type OneStockErrorCode, oneStockError } from '../errors.ts';
import type { Answer, Call } from './call.ts';
import { retryAfterMs } from './retry-after.ts';
import { readVendorError, type VendorError } from './vendor-error.ts';

/**
 * A site's own host whose site id is misspelt answers with this status, which is Cloudflare's
 * (https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-530/).
 */
const NO_SUCH_SITE = 530;

/** Passes a 2xx answer on; makes an error of any other. */
export function judgeAnswer(answer: Answer, call: Call, clock: Clock): Result<Answer, OneStockError> {
  const { status, text, requestId, retryAfter } = answer;
  if (status >= 200 && status < 300) return ok(answer);
  const vendor = readVendorError(text, secretsOf(call));
  const code = codeFor(status, call, vendor);
  return err(
    oneStockError(code, call.route, {
      status,
      requestId,
      vendorCode: vendor?.code,
      vendorMessage: vendor?.message,
      field: vendor?.field,
      entity: vendor?.entity,
      retryAfterMs: retryAfterMs(retryAfter, clock),
    }),
  );
}

function codeFor(status: number, call: Call, vendor: VendorError | undefined): OneStockErrorCode {
  if (isCredentialsRefusal(status, call, vendor)) return 'onestock_credentials_refused';
  if (status < 400) return 'onestock_unreadable';
  if (status === 403) return 'onestock_forbidden';
  if (status === 404) return vendor ? 'onestock_not_found' : 'onestock_route_unknown';
  if (status === 409) return isRefusedStep(call, vendor) ? 'onestock_refused' : 'onestock_conflict';
  if (status === 429) return 'onestock_rate_limited';
  if (status < 500) return 'onestock_refused';
  return status === NO_SUCH_SITE ? 'onestock_unreachable' : 'onestock_failed';
}

/** Inferred: a 409 to a change may be a step that the workflow does not have, where public code only says that it is a 4xx. */
function isRefusedStep({ method }: Call, vendor: VendorError | undefined): boolean {
  return method === 'PATCH' && vendor?.code !== 'already_exists';
}

/**
 * Inferred: which answers mean that the credentials or the token are wrong. A 401 is seen with an old token; the
 * answer to a wrong password is not published, so a login that is refused in any way that may speak of the user counts.
 */
function isCredentialsRefusal(status: number, call: Call, vendor: VendorError | undefined): boolean {
  if (status === 401) return true;
  if (status === 400) return vendor?.code === 'auth_error';
  return call.route === 'login' && (status === 403 || (status === 404 && vendor !== undefined));
}

function secretsOf({ connection, body, personal = [] }: Call): string[] {
  const token = typeof body.token === 'string' ? body.token : '';
  return [connection.password, token, ...personal].filter((secret) => secret !== '');
}
