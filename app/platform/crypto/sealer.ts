import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { OperatorError } from '../operator-error.ts';

export interface EncryptionKey {
  /** Stands in every sealed text; letters, digits, `-` and `_`. */
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

/** Encrypts secrets for the database and reads them again. */
export interface Sealer {
  /**
   * Encrypts `plain` with the first key. `context` says what the secret is and whose (`example.myshopify.com:password`);
   * it is bound to the text, so that a sealed value copied to another row or column does not open there.
   *
   * @returns `v1.<key id>.<iv>.<tag>.<ciphertext>`, the last three in base64url
   */
  seal(plain: string, context: string): string;
  /**
   * Reads a sealed text again, with whichever key sealed it.
   *
   * @throws OperatorError `sealed_key_unknown` when its key is not configured any more, `sealed_text_invalid` when the
   * text was altered, cut, or sealed for another context
   */
  open(sealed: string, context: string): string;
}

const VERSION = 'v1';
const CIPHER = 'aes-256-gcm';
/** GCM's own nonce length (NIST SP 800-38D, 5.2.1.1). */
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Builds the sealer of the configured keys. To rotate, put the new key first and keep the old one second until every
 * secret has been written again.
 */
export function sealer(keys: readonly EncryptionKey[]): Sealer {
  const writing = keys[0];
  if (!writing) throw new OperatorError('sealer_without_key', 'A sealer needs at least one encryption key.');
  const byId = new Map(keys.map(({ id, key }) => [id, key]));
  return {
    seal: (plain, context) => encrypt(writing, plain, context),
    open: (sealed, context) => decrypt(byId, sealed, context),
  };
}

function encrypt({ id, key }: EncryptionKey, plain: string, context: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(boundTo(id, context));
  const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return [
    VERSION,
    id,
    ...[iv, cipher.getAuthTag(), ciphertext].map((part) => part.toString('base64url')),
  ].join('.');
}

function decrypt(keys: ReadonlyMap<string, Buffer>, sealed: string, context: string): string {
  const [version, id, ...parts] = sealed.split('.');
  const [iv, tag, ciphertext] = parts.map((part) => Buffer.from(part, 'base64url'));
  if (version !== VERSION || !id || parts.length !== 3 || !iv || !tag || !ciphertext) throw invalid();
  if (iv.length !== IV_BYTES || tag.length !== TAG_BYTES) throw invalid();
  const key = keys.get(id);
  if (!key) {
    throw new OperatorError(
      'sealed_key_unknown',
      `A secret was sealed with the encryption key "${id}", which ENCRYPTION_KEYS does not hold.`,
    );
  }
  try {
    const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(boundTo(id, context));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw invalid(cause);
  }
}

function boundTo(keyId: string, context: string): Buffer {
  return Buffer.from(`${VERSION}.${keyId}.${context}`, 'utf8');
}

function invalid(cause?: unknown): OperatorError {
  const message = 'A sealed secret cannot be opened: it was altered, or sealed for another place.';
  return new OperatorError('sealed_text_invalid', message, { cause });
}
