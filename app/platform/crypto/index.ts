export { isSameSecret, randomToken, sha256Hex } from './digest.ts';
export { verifyHmacBase64 } from './hmac.ts';
export { type EncryptionKey, type Sealer, sealer } from './sealer.ts';
export { createTimedUuids } from './uuid.ts';
