import { z } from 'zod';
import { type Answer, refuse, success } from '../answer.ts';
import type { Call } from '../call.ts';
import type { Site } from '../site.ts';
import { refuseParameters } from './parameters.ts';

const credentialsSchema = z.object({ site_id: z.string(), user_id: z.string(), password: z.string() });

/**
 * `POST /login` gives a token: https://github.com/OneStock-Retail/onestock-magento-connector
 * Inferred: wrong credentials are a 401 `auth_error`.
 */
export function answerLogin({ body }: Call, { siteId, userId, password, tokens, control }: Site): Answer {
  const given = credentialsSchema.safeParse(body);
  if (!given.success) return refuseParameters(given.error);
  const { data } = given;
  const isRight = data.site_id === siteId && data.user_id === userId && data.password === password;
  if (!isRight) return refuse(401, 'auth_error', 'unknown site, user or password');
  control.settings.tokenExpired = false;
  return success({ token: tokens.issue() });
}

/**
 * Refuses a call without a valid token, or answers null. Missing token: a 400 recorded by
 * https://github.com/inviqa/onestock-api-client; unknown or expired token: a 401, after which clients log in again
 * (https://github.com/OneStock-Retail/onestock-magento-connector). Inferred: the same for the site id.
 */
export function refuseStranger({ body }: Call, { siteId, tokens }: Site): Answer | null {
  const { site_id, token } = body;
  for (const [name, value] of Object.entries({ token, site_id })) {
    if (value === undefined) return refuse(400, 'auth_error', `missing ${name} parameter`);
    if (typeof value !== 'string')
      return refuse(400, 'invalid_parameter', `invalid ${name}: expected a string`);
  }
  if (site_id !== siteId) return refuse(401, 'auth_error', 'unknown site');
  return tokens.accepts(token as string) ? null : refuse(401, 'auth_error', 'invalid or expired token');
}
