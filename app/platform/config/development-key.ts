import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EncryptionKey } from '../crypto/index.ts';

const KEY_ID = 'development';

/**
 * The encryption key of a machine that was given none: made once, and kept in the data directory for its owner's eyes only.
 * Processes that start together get the same one.
 */
export function developmentKey(dataDirectory: string): EncryptionKey {
  mkdirSync(dataDirectory, { recursive: true });
  const path = join(dataDirectory, 'encryption-key');
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, randomBytes(32).toString('base64'), { mode: 0o600 });
  try {
    // A link appears whole or not at all, and only one can have the name.
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
  return { id: KEY_ID, key: Buffer.from(readFileSync(path, 'utf8'), 'base64') };
}
