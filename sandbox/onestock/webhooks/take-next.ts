import type { Settings } from '../settings.ts';
import type { Message, Webhook } from './types.ts';

/** Messages are stored for a week: https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/620429319/Webhook+configuration */
const keptMs = 7 * 24 * 60 * 60 * 1000;

/** The message to send now, or undefined: the one under way, else the oldest that waits. What is older than a week is gone. */
export function takeNext(webhook: Webhook, { newestFirst }: Settings, now: Date): Message | undefined {
  const oldest = now.getTime() - keptMs;
  webhook.waiting = webhook.waiting.filter(({ createdAt }) => createdAt >= oldest);
  if (webhook.current && webhook.current.createdAt >= oldest) return webhook.current;
  const next = newestFirst ? webhook.waiting.pop() : webhook.waiting.shift();
  webhook.current = next ?? null;
  return next;
}
