import { z } from 'zod';
import { type Answer, created, refuseEntity, success } from '../answer.ts';
import type { Call } from '../call.ts';
import type { Site } from '../site.ts';
import { type Webhook, webhookStatuses } from '../webhooks/types.ts';
import { refuseParameters, wrapped } from './parameters.ts';

const mostHashKeys = 3;

const shape = {
  url: z.url({ protocol: /^https?$/ }),
  http_method: z.enum(['POST', 'PUT', 'PATCH']),
  status: z.enum(webhookStatuses),
  topics: z.array(z.string().min(1)).min(1),
  hash_key: z.string().min(1),
  hash_keys: z.array(z.string().min(1)).max(mostHashKeys),
};
const newWebhookSchema = z.object({
  webhook: z.object({
    ...shape,
    http_method: shape.http_method.default('POST'),
    status: shape.status.default('enabled'),
    hash_key: shape.hash_key.optional(),
    hash_keys: shape.hash_keys.optional(),
  }),
});
const patchSchema = z.object({ webhook: z.object(shape).partial() });
const statusSchema = z.object({ status: shape.status });

/**
 * `POST /webhooks`: https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/620429319/Webhook+configuration
 * Any topic is taken, since the list of topics is open. Inferred: the 201 with the id.
 */
export function answerNewWebhook({ body }: Call, { webhooks, newId, control }: Site): Answer {
  const asked = newWebhookSchema.safeParse(body);
  if (!asked.success) return refuseParameters(asked.error);
  const { http_method: httpMethod, hash_key, hash_keys, ...rest } = asked.data.webhook;
  const hashKeys = hash_keys ?? (hash_key === undefined ? [] : [hash_key]);
  const { id } = webhooks.add({ id: newId(), ...rest, httpMethod, hashKeys });
  return created(wrapped({ id }, 'webhook', control.settings));
}

/** `GET /webhooks`: a list that may carry ids only, as seen by a public script. */
export function answerWebhooks(_call: Call, { webhooks, control }: Site): Answer {
  const listed = webhooks.all();
  return success({
    webhooks: control.settings.webhookListIdsOnly ? listed.map(({ id }) => ({ id })) : listed.map(render),
  });
}

/** `GET /webhooks/{id}`. Inferred: the keys of the answer, which are those of creation without the hash keys. */
export const answerWebhook = ofOne((webhook, _call, { control }) =>
  success(wrapped(render(webhook), 'webhook', control.settings)),
);

/**
 * `PATCH /webhooks/{id}`. Inferred: that it exists, and how hash keys rotate, of which only is public that there are up to three: a new
 * `hash_key` comes before the others, and the fourth is forgotten; `hash_keys` replaces them all, the newest first.
 */
export const answerWebhookPatch = ofOne((webhook, { body }, { webhooks }) => {
  const asked = patchSchema.safeParse(body);
  if (!asked.success) return refuseParameters(asked.error);
  const { http_method, hash_key, hash_keys, status, ...rest } = asked.data.webhook;
  Object.assign(
    webhook,
    rest,
    http_method && { httpMethod: http_method },
    hash_keys && { hashKeys: hash_keys },
  );
  if (hash_key !== undefined && webhook.hashKeys[0] !== hash_key)
    webhook.hashKeys = [hash_key, ...webhook.hashKeys].slice(0, mostHashKeys);
  if (status) webhooks.setStatus(webhook, status);
  return success({});
});

/**
 * `PATCH /webhooks/{id}/status`, by which a disabled webhook is enabled again:
 * https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/620429319/Webhook+configuration
 */
export const answerWebhookStatus = ofOne((webhook, { body }, { webhooks }) => {
  const asked = statusSchema.safeParse(body);
  if (!asked.success) return refuseParameters(asked.error);
  webhooks.setStatus(webhook, asked.data.status);
  return success({});
});

/** `DELETE /webhooks/{id}`, which policies can grant; what waited for it is gone (inferred). */
export const answerWebhookRemoval = ofOne((webhook, _call, { webhooks }) => {
  webhooks.remove(webhook);
  return success({});
});

function ofOne(answer: (webhook: Webhook, call: Call, site: Site) => Answer) {
  return (call: Call, site: Site): Answer => {
    const [, id = ''] = call.segments;
    const webhook = site.webhooks.find(id);
    return webhook ? answer(webhook, call, site) : refuseEntity(404, 'not_found', 'webhook', id);
  };
}

function render({ id, url, httpMethod, status, topics }: Webhook) {
  return { id, url, http_method: httpMethod, status, topics };
}
