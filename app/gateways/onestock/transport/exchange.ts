import type { Result } from 'neverthrow';
import type { OneStockError, OneStockErrorCode } from '../errors.ts';
import type { Answer, Call } from './call.ts';

const HIDDEN = '[hidden]';

/** One exchange with OneStock as a person may see it: neither token nor user nor password is in it. */
export interface Exchange {
  /** Method and URL. OneStock takes a GET with a body: it is sent as a POST that says so in a header. */
  address: string;
  /** The JSON that was sent. */
  sent: Record<string, unknown>;
  /** What came back; null when nothing did, and `failure` says why. */
  answer: { status: number; requestId: string | null; text: string } | null;
  failure: OneStockErrorCode | null;
  durationMs: number;
}

/** What is to be seen of a call to `url` and of what came of it. */
export function describeExchange(
  { method, body, connection }: Call,
  url: string,
  received: Result<Answer, OneStockError>,
  durationMs: number,
): Exchange {
  const { token, ...sent } = body;
  const secrets = [connection.password, connection.userId, ...(typeof token === 'string' ? [token] : [])];
  return {
    address: `${method} ${url}`,
    sent: { site_id: connection.siteId, ...sent },
    answer: received.isErr()
      ? null
      : {
          status: received.value.status,
          requestId: received.value.requestId ?? null,
          text: withoutSecrets(received.value.text, secrets),
        },
    failure: received.isErr() ? received.error.code : null,
    durationMs: Math.round(durationMs * 10) / 10,
  };
}

/** An answer may repeat what was sent, as text of JSON or as it is. */
function withoutSecrets(text: string, secrets: readonly string[]): string {
  const forms = secrets.flatMap((secret) => [JSON.stringify(secret).slice(1, -1), secret]);
  return forms.filter(Boolean).reduce((safe, form) => safe.replaceAll(form, HIDDEN), text);
}
