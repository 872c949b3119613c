import { z } from 'zod';
import { type Answer, refuse, refuseEntity, success } from '../answer.ts';
import type { Call } from '../call.ts';
import type { Settings } from '../settings.ts';
import type { Site } from '../site.ts';
import { refuseParameters } from './parameters.ts';

const credentialsSchema = z.object({ site_id: z.string(), user_id: z.string(), password: z.string() });

/**
 * `POST /login` gives a token: https://github.com/OneStock-Retail/onestock-magento-connector
 * Inferred: what wrong credentials are answered; the control door switches their statuses.
 */
export function answerLogin({ body }: Call, { siteId, userId, password, tokens, control }: Site): Answer {
  const given = credentialsSchema.safeParse(body);
  if (!given.success) return refuseParameters(given.error);
  const { data } = given;
  if (data.site_id !== siteId) return refuseUnknownSite(data.site_id, control.settings.unknownSiteStatus);
  if (data.user_id !== userId || data.password !== password)
    return refuse(control.settings.wrongPasswordStatus, 'auth_error', 'unknown user or password');
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

/**
 * At a site's own host, Cloudflare answers for a site that does not exist
 * (https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-530/).
 */
function refuseUnknownSite(siteId: string, status: Settings['unknownSiteStatus']): Answer {
  if (status === 530) return { status, contentType: 'text/html', text: '<html>error code: 1016</html>' };
  return status === 404
    ? refuseEntity(404, 'not_found', 'site', siteId)
    : refuse(status, 'auth_error', 'unknown site, user or password');
}
