import { err, ok, type Result } from 'neverthrow';
import type { Call } from './call.ts';
import type { OneStockError } from './errors.ts';
import type { Session } from './session.ts';

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
  if (answer.isErr() && answer.error.code !== 'onestock_route_unknown') return err(answer.error);
  return ok();
}
