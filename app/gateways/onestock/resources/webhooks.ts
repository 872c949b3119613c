import { err, ok, type Result } from 'neverthrow';
import { z } from 'zod';
import type { OneStockError } from '../errors.ts';
import type { Call } from '../transport/call.ts';
import { identifier, laxText, underName } from '../transport/lax.ts';
import { readAnswer } from '../transport/read-answer.ts';
import type { Session } from './session.ts';
import type { NewWebhook, OneStockWebhook, WebhookStatus } from './webhook-types.ts';

type Addressed = Pick<Call, 'connection' | 'deadline'>;
const route = 'webhooks';
const METHOD_NOT_ALLOWED = 405;

const webhook = z
  .object({
    id: identifier,
    url: laxText,
    status: laxText,
    topics: z.array(z.string()).optional().catch(undefined),
  })
  .transform(
    ({ id, url, status, topics }): OneStockWebhook => ({
      id,
      url: url ?? null,
      status: status ?? null,
      topics: topics ?? null,
    }),
  );
/** Inferred: one thing stands at the root, as an order does, or under its name, which clients of orders allow for. */
const webhookAnswer = underName('webhook', webhook);
const webhooksAnswer = underName('webhooks', z.array(webhook));

/**
 * `POST /webhooks`: https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/620429319/Webhook+configuration. Inferred: that the answer
 * names the id.
 */
export async function createWebhook(
  session: Session,
  call: Addressed,
  wanted: NewWebhook,
): Promise<Result<{ id: string }, OneStockError>> {
  const body = { webhook: { ...parameters(wanted), status: 'enabled' } };
  const answer = await session.send({ ...call, route, method: 'POST', body, isOnce: true });
  return answer.andThen((accepted) => readAnswer(accepted, route, webhookAnswer)).map(({ id }) => ({ id }));
}

/** Null when there is no such webhook. */
export async function readWebhook(
  session: Session,
  call: Addressed,
  id: string,
): Promise<Result<OneStockWebhook | null, OneStockError>> {
  const answer = await session.send({ ...call, route, entityId: id, method: 'GET', body: {} });
  if (answer.isErr()) return answer.error.code === 'onestock_not_found' ? ok(null) : err(answer.error);
  return readAnswer(answer.value, route, webhookAnswer);
}

/** Every webhook. The list may carry ids only (https://github.com/mbousquet-onestock): these are read one by one. */
export async function listWebhooks(
  session: Session,
  call: Addressed,
): Promise<Result<OneStockWebhook[], OneStockError>> {
  const answer = await session.send({ ...call, route, method: 'GET', body: {} });
  const listed = answer.andThen((accepted) => readAnswer(accepted, route, webhooksAnswer));
  if (listed.isErr()) return err(listed.error);
  const webhooks: OneStockWebhook[] = [];
  for (const entry of listed.value) {
    const read = entry.url === null ? await readWebhook(session, call, entry.id) : ok(entry);
    if (read.isErr()) return err(read.error);
    if (read.value) webhooks.push(read.value);
  }
  return ok(webhooks);
}

/**
 * Changes a webhook by `PATCH /webhooks/{id}`. Inferred: that it exists, of which only the policy of the official connector speaks. Where it
 * does not, a new webhook takes the place of the old one, which goes last: an event that comes twice does no harm, one that does not come does.
 */
export async function updateWebhook(
  session: Session,
  call: Addressed,
  id: string,
  wanted: NewWebhook,
): Promise<Result<{ id: string }, OneStockError>> {
  const body = { webhook: parameters(wanted) };
  const answer = await session.send({ ...call, route, entityId: id, method: 'PATCH', body });
  if (answer.isOk()) return ok({ id });
  const { code, status } = answer.error;
  if (code !== 'onestock_route_unknown' && status !== METHOD_NOT_ALLOWED) return err(answer.error);
  const created = await createWebhook(session, call, wanted);
  // Should this fail, the list shows an old webhook of ours, and the new one serves.
  if (created.isOk()) await deleteWebhook(session, call, id);
  return created;
}

/** `PATCH /webhooks/{id}/status`: https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/620429319/Webhook+configuration */
export async function setWebhookStatus(
  session: Session,
  call: Addressed,
  id: string,
  status: WebhookStatus,
): Promise<Result<void, OneStockError>> {
  const answer = await session.send({
    ...call,
    route,
    entityId: id,
    part: 'status',
    method: 'PATCH',
    body: { status },
  });
  return answer.map(() => undefined);
}

/** Removes a webhook; that it is not there is as good. */
export async function deleteWebhook(
  session: Session,
  call: Addressed,
  id: string,
): Promise<Result<void, OneStockError>> {
  const answer = await session.send({ ...call, route, entityId: id, method: 'DELETE', body: {} });
  if (answer.isErr() && answer.error.code !== 'onestock_not_found') return err(answer.error);
  return ok();
}

function parameters({ url, topics, hashKey }: NewWebhook): Record<string, unknown> {
  return { url, http_method: 'POST', topics, hash_key: hashKey };
}
