import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** SHA-256 in lower-case hexadecimal, 64 characters. */
export function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** A secret that cannot be guessed, in base64url: safe in an address, 43 characters for 32 bytes. */
export function randomToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

/** Whether two secrets are the same, in constant time whatever their lengths. */
export function isSameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
