import { err, ok, type Result } from 'neverthrow';
import { type OneStockError, oneStockError } from '../errors.ts';
import type { Resource } from '../routes.ts';
import type { Call } from '../transport/call.ts';
import type { Session } from './session.ts';

/** Answers to `check` that say nothing against the connection. */
const HARMLESS: OneStockError['code'][] = ['onestock_route_unknown', 'onestock_not_found'];

/**
 * Proves the credentials with a login of its own, then asks `check`. Inferred: only the name of that resource is
 * public. Its answer is therefore not read, and a site that does not know the route is no fault: the login has
 * proved host, version and credentials by then.
 */
export async function checkConnection(
  session: Session,
  call: Pick<Call, 'connection' | 'deadline'>,
): Promise<Result<void, OneStockError>> {
  const login = await session.logIn(call);
  if (login.isErr()) return err(login.error);
  const answer = await session.send({ ...call, route: 'check', method: 'GET', body: {} });
  if (answer.isErr() && !HARMLESS.includes(answer.error.code))
    return err(refusedByPolicy(answer.error, 'check'));
  return ok();
}

/**
 * What a refusal means once a login has proved the credentials: that the policy of the API user forbids the resource. Inferred: the
 * status of such a refusal is not public, and may be that of a refused token.
 */
export function refusedByPolicy(error: OneStockError, resource: Resource): OneStockError {
  if (error.code !== 'onestock_credentials_refused') return error;
  const { status, requestId, vendorCode, vendorMessage } = error;
  return oneStockError('onestock_forbidden', resource, { status, requestId, vendorCode, vendorMessage });
}
