import { createHmac, timingSafeEqual } from 'node:crypto';

/** Of 32 bytes, padding included. */
const BASE64_LENGTH = 44;
const SHA256_BYTES = 32;

/**
 * Whether `header` is the base64 HMAC-SHA-256 of the raw body under any of the secrets, compared in constant time. While a
 * secret is being rotated both the current and the previous one sign, so all are tried, always.
 */
export function verifyHmacBase64(
  rawBody: Uint8Array,
  header: string | null,
  secrets: readonly string[],
): boolean {
  // Its length is the caller's own; only what the bytes are must not be told by the time it takes.
  if (header?.length !== BASE64_LENGTH) return false;
  const claimed = Buffer.from(header, 'base64');
  if (claimed.length !== SHA256_BYTES) return false;
  let matches = false;
  for (const secret of secrets) {
    const expected = createHmac('sha256', secret).update(rawBody).digest();
    matches = timingSafeEqual(expected, claimed) || matches;
  }
  return matches;
}
