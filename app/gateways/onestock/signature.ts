import { createHmac, timingSafeEqual } from 'node:crypto';

/** `body` trusts only what is signed together with its body; `body_or_timestamp` also a signature of the time alone. */
export type SignatureForm = 'body' | 'body_or_timestamp';

export interface SignatureChecks {
  now: Date;
  form: SignatureForm;
  /** How far the time of the signature may be from now, to either side. */
  maxAgeMs: number;
}

interface ClaimedSignature {
  /** Unix seconds, as they were written. */
  time: string;
  signatures: Buffer[];
}

const LONGEST_HEADER = 1_000;
const TIME = /^t=(\d{1,12})$/;
const SIGNATURE = /^h\d=([0-9a-f]{64})$/;

/**
 * Whether OneStock signed this message: the header `Onestock-Signature` names a time, and for each of its up to three hash keys a
 * signature of which one is made with one of ours. Compared in constant time.
 *
 * Source: https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/620429319/Webhook+configuration, whose example parts the header by
 * full stops and by commas. Inferred is what is signed: HMAC-SHA256 in lower-case hexadecimal of time, full stop and raw body, as OneStock's
 * UI extensions sign (https://github.com/mbousquet-onestock). The page can also be read as a signature of the time alone, which would let
 * whoever sees one message forge others until it is too old: only for a site that is seen to sign so.
 *
 * @param keys our hash keys; each is tried with each signature, since either side may be ahead in a rotation
 */
export function verifyOneStockSignature(
  header: string | null,
  rawBody: Uint8Array,
  keys: readonly string[],
  { now, form, maxAgeMs }: SignatureChecks,
): boolean {
  const claimed = header === null ? null : readHeader(header);
  if (!claimed) return false;
  if (Math.abs(now.getTime() - Number(claimed.time) * 1_000) > maxAgeMs) return false;
  let matches = false;
  for (const key of keys) {
    const expected = [createHmac('sha256', key).update(`${claimed.time}.`).update(rawBody).digest()];
    if (form === 'body_or_timestamp') expected.push(createHmac('sha256', key).update(claimed.time).digest());
    for (const one of expected)
      for (const signature of claimed.signatures) matches = timingSafeEqual(one, signature) || matches;
  }
  return matches;
}

function readHeader(header: string): ClaimedSignature | null {
  if (header.length > LONGEST_HEADER) return null;
  const parts = header.split(/[,.]/).map((part) => part.trim());
  const time = parts.flatMap((part) => TIME.exec(part)?.[1] ?? [])[0];
  const signatures = parts.flatMap((part) => SIGNATURE.exec(part)?.[1] ?? []);
  return time === undefined ? null : { time, signatures: signatures.map((hex) => Buffer.from(hex, 'hex')) };
}
