import { z } from 'zod';
import { type Answer, refuse, success } from '../answer.ts';
import type { ControlCall } from '../control-door.ts';
import { describeIssues } from '../issues.ts';
import type { Site } from '../site.ts';

const replaySchema = z.strictObject({
  last: z.int().positive().default(1000),
  order: z.enum(['reversed', 'as_sent']).default('reversed'),
  orderId: z.string().optional(),
});
const advanceSchema = z.strictObject({ seconds: z.int().positive() });

/**
 * What is sent to webhooks, and when:
 * - `GET /_control/webhooks` shows webhooks with what waits, every try, and the alerts that people would have had; `DELETE` forgets all
 * - `POST /_control/webhooks/replay` with `{last, order: 'reversed' | 'as_sent', orderId}` sends again what was acknowledged, and answers
 *   `{statuses}` when all has been
 * - `POST /_control/webhooks/advance` with `{seconds}` moves the site's clock, and makes the retries that fall due on the way
 * - `POST /_control/webhooks/settle` answers when nothing is under way
 */
export async function answerWebhookControl(
  { method, segments: [command], body }: ControlCall,
  { webhooks }: Site,
): Promise<Answer> {
  if (method === 'DELETE') webhooks.forget();
  else if (command === 'replay') {
    const asked = replaySchema.safeParse(body);
    if (!asked.success) return refuse(400, 'invalid_control', describeIssues(asked.error));
    return success({ statuses: await webhooks.replay(asked.data) });
  } else if (command === 'advance') {
    const asked = advanceSchema.safeParse(body);
    if (!asked.success) return refuse(400, 'invalid_control', describeIssues(asked.error));
    await webhooks.advance(asked.data.seconds);
  } else if (command === 'settle') await webhooks.settled();
  else if (command !== undefined) return refuse(404, 'not_found', `there is no command ${command}`);
  return success({
    webhooks: webhooks.all().map(({ id, url, topics, status, waiting, current, failedTries, hashKeys }) => ({
      id,
      url,
      topics,
      status,
      hashKeys: hashKeys.length,
      failedTries,
      waiting: waiting.length + (current ? 1 : 0),
    })),
    deliveries: webhooks.deliveries,
    alerts: webhooks.alerts,
  });
}
