import { createHmac } from 'node:crypto';
import type { Settings } from '../settings.ts';

/**
 * The `Onestock-Signature` header: the time, and one signature for each hash key, the newest first
 * (https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/620429319/Webhook+configuration). Inferred: HMAC-SHA256 in lower-case
 * hexadecimal, which is the scheme of OneStock's UI extensions; and that without a key nothing is signed.
 * @param time Unix seconds
 */
export function signatureOf(
  body: string,
  hashKeys: readonly string[],
  time: number,
  { signatureCovers, signatureSeparator }: Settings,
): string | null {
  if (hashKeys.length === 0) return null;
  const signed = signatureCovers === 'body' ? `${time}.${body}` : String(time);
  const signatures = hashKeys.map(
    (key, age) => `h${age}=${createHmac('sha256', key).update(signed, 'utf8').digest('hex')}`,
  );
  return [`t=${time}`, ...signatures].join(signatureSeparator);
}
