import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether `header` is the base64 HMAC-SHA-256 of the raw body under any of the secrets, compared in constant time. While a
 * secret is being rotated both the current and the previous one sign, so all are tried, always.
 */
export function verifyHmacBase64(
  rawBody: Uint8Array,
  header: string | null,
  secrets: readonly string[],
): boolean {
  if (header === null) return false;
  const claimed = digest(header);
  let matches = false;
  for (const secret of secrets) {
    const expected = createHmac('sha256', secret).update(rawBody).digest('base64');
    matches = timingSafeEqual(digest(expected), claimed) || matches;
  }
  return matches;
}

/** Both sides are hashed first: `timingSafeEqual` wants equal lengths, and an attacker chooses the header's. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
