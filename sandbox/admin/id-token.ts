import { createHmac, randomUUID } from 'node:crypto';

export interface IdTokenFacts {
  /** The shop's myshopify.com domain. */
  shop: string;
  apiKey: string;
  apiSecret: string;
  /** The staff member's numeric id, as a text. */
  userId: string;
  /** The id of the staff member's session in the admin. */
  sessionId: string;
  now: Date;
}

/**
 * The token with which an embedded page proves who opened it: a JWT signed with the app's secret, good for a minute
 * (https://shopify.dev/docs/apps/build/authentication-authorization/session-tokens).
 */
export function mintIdToken({ shop, apiKey, apiSecret, userId, sessionId, now }: IdTokenFacts): string {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const signed = [
    { alg: 'HS256', typ: 'JWT' },
    {
      iss: `https://${shop}/admin`,
      dest: `https://${shop}`,
      aud: apiKey,
      sub: userId,
      exp: issuedAt + 60,
      nbf: issuedAt,
      iat: issuedAt,
      jti: randomUUID(),
      sid: sessionId,
    },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${signed}.${createHmac('sha256', apiSecret).update(signed).digest('base64url')}`;
}
