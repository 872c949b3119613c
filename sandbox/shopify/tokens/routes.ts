import type { Context } from 'hono';
import { jwtVerify } from 'jose';
import { z } from 'zod';
import type { Simulator, SimulatorApp } from '../simulator.ts';
import type { IssuedToken, TokenKind } from './tokens.ts';

const idTokenType = 'urn:ietf:params:oauth:token-type:id_token';
const onlineTokenType = 'urn:shopify:params:oauth:token-type:online-access-token';
const offlineTokenType = 'urn:shopify:params:oauth:token-type:offline-access-token';

const credentials = { client_id: z.string(), client_secret: z.string() };
const exchangeSchema = z.object({
  ...credentials,
  grant_type: z.literal('urn:ietf:params:oauth:grant-type:token-exchange'),
  subject_token: z.string(),
  subject_token_type: z.literal(idTokenType),
  requested_token_type: z.enum([onlineTokenType, offlineTokenType]).default(offlineTokenType),
  expiring: z.enum(['0', '1']).default('0'),
});
const refreshSchema = z.object({
  ...credentials,
  grant_type: z.literal('refresh_token'),
  refresh_token: z.string(),
});
const requestSchema = z.discriminatedUnion('grant_type', [exchangeSchema, refreshSchema]);

/**
 * `POST /admin/oauth/access_token`: exchange of an id token
 * (https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/token-exchange) and refresh of an
 * expiring offline token
 * (https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens). Bodies are
 * JSON or a form. Errors have the OAuth shape; the codes other than `invalid_subject_token`, which Shopify's
 * libraries look for, are those of RFC 6749 §5.2, and that Shopify uses the same is inferred.
 */
export function mountTokens(app: SimulatorApp, simulator: Simulator): void {
  app.post('/admin/oauth/access_token', async (context) => {
    const store = simulator.shops.of(context.req.raw.headers);
    if (!store) return context.json({ errors: 'Not Found' }, 404);
    const parsed = requestSchema.safeParse(await readBody(context));
    if (!parsed.success) return refuse(context, 'invalid_request', z.prettifyError(parsed.error));
    const body = parsed.data;
    if (body.client_id !== simulator.apiKey || body.client_secret !== simulator.apiSecret) {
      return refuse(context, 'invalid_client', 'Unknown client, or wrong client secret', 401);
    }
    const shop = store.shop.domain;
    if (body.grant_type === 'refresh_token') {
      const renewed = simulator.tokens.refresh(shop, body.refresh_token);
      return renewed
        ? context.json(answer(renewed))
        : refuse(context, 'invalid_grant', 'The refresh token is invalid, expired or retired');
    }
    const user = await readIdToken(simulator, shop, body.subject_token);
    if (user === null) return refuse(context, 'invalid_subject_token', 'The id token is invalid or expired');
    const kind = kindOf(body);
    simulator.webhooks.install(shop);
    const issued = simulator.tokens.issue(shop, kind);
    return context.json({ ...answer(issued), ...(kind === 'online' && onlineAnswer(issued, user)) });
  });
}

function kindOf(body: z.infer<typeof exchangeSchema>): TokenKind {
  if (body.requested_token_type === onlineTokenType) return 'online';
  return body.expiring === '1' ? 'expiringOffline' : 'offline';
}

/** The user that an id token speaks for, or null when its signature, audience, shop or time is wrong. */
async function readIdToken(
  { apiKey, apiSecret, now }: Simulator,
  shop: string,
  token: string,
): Promise<string | null> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(apiSecret), {
      algorithms: ['HS256'],
      audience: apiKey,
      clockTolerance: 10,
      currentDate: now(),
    });
    return payload.dest === `https://${shop}` ? (payload.sub ?? '') : null;
  } catch {
    return null;
  }
}

function answer({ accessToken, scope, expiresInSeconds, refresh }: IssuedToken): object {
  return {
    access_token: accessToken,
    scope,
    ...(expiresInSeconds !== null && { expires_in: expiresInSeconds }),
    ...(refresh && { refresh_token: refresh.token, refresh_token_expires_in: refresh.expiresInSeconds }),
  };
}

function onlineAnswer({ scope }: IssuedToken, userId: string): object {
  return {
    associated_user_scope: scope,
    associated_user: {
      id: Number(userId) || 1,
      first_name: 'Sam',
      last_name: 'Merchant',
      email: 'sam@sandbox-fashion.example',
      email_verified: true,
      account_owner: true,
      locale: 'en',
      collaborator: false,
    },
  };
}

async function readBody({ req }: Context): Promise<unknown> {
  if (!req.header('Content-Type')?.includes('json')) return req.parseBody();
  return req.json().catch(() => null);
}

function refuse(context: Context, error: string, description: string, status: 400 | 401 = 400): Response {
  return context.json({ error, error_description: description }, status);
}
