import { err, type Result } from 'neverthrow';
import { z } from 'zod';
import type { Clock } from '#app/platform/clock.ts';
import type { OneStockError } from '../errors.ts';
import type { Answer, Call } from '../transport/call.ts';
import { startDeadline, withinDeadline } from '../transport/deadline.ts';
import { readAnswer } from '../transport/read-answer.ts';
import type { Transport } from '../transport/transport.ts';
import { createTokenStore, type Login } from './tokens.ts';

/**
 * A login has its own deadline: it is shared, and one hasty caller must not end it for the others. Short, because the
 * calls that come while a login hangs wait for it, each as long as its own deadline lets it.
 */
const LOGIN_TIMEOUT_MS = 5_000;

/** `POST /login` → `{token}` (https://github.com/OneStock-Retail/onestock-magento-connector). */
const loginAnswer = z.object({ token: z.string().min(1) });

export interface Session {
  /** Sends a call with a token; when OneStock refuses the token, once more with a new one. */
  send(call: Call): Promise<Result<Answer, OneStockError>>;
  /** Logs in unless a token is at hand. */
  ensureLogin(call: Pick<Call, 'connection' | 'deadline'>): Promise<Result<void, OneStockError>>;
  /** Logs in whether or not a token is at hand, so that the credentials are proved now. */
  logIn(call: Pick<Call, 'connection' | 'deadline'>): Promise<Result<string, OneStockError>>;
}

/** Adds authentication to the transport: one login for all calls that need one, renewed when it is refused. */
export function createSession(transport: Transport, clock: Clock): Session {
  const tokens = createTokenStore(loginThrough(transport), clock);

  async function sendOnce(call: Call): Promise<{ result: Result<Answer, OneStockError>; refused: boolean }> {
    const { connection, deadline } = call;
    const token = await withinDeadline(tokens.get(connection), deadline, call.route);
    if (token.isErr()) return { result: err(token.error), refused: false };
    const result = await transport.send({ ...call, body: { token: token.value, ...call.body } });
    const refused = result.isErr() && result.error.code === 'onestock_credentials_refused';
    if (refused) tokens.drop(connection, token.value);
    return { result, refused };
  }

  return {
    async send(call) {
      const first = await sendOnce(call);
      return first.refused ? (await sendOnce(call)).result : first.result;
    },
    async ensureLogin({ connection, deadline }) {
      const token = await withinDeadline(tokens.get(connection), deadline, 'login');
      return token.map(() => undefined);
    },
    logIn: ({ connection, deadline }) => withinDeadline(tokens.renew(connection), deadline, 'login'),
  };
}

function loginThrough(transport: Transport): Login {
  return async (connection) => {
    const deadline = startDeadline({}, LOGIN_TIMEOUT_MS);
    const body = { user_id: connection.userId, password: connection.password };
    const answer = await transport.send({ connection, route: 'login', method: 'POST', body, deadline });
    deadline.end();
    return answer.andThen((accepted) => readAnswer(accepted, 'login', loginAnswer)).map(({ token }) => token);
  };
}
