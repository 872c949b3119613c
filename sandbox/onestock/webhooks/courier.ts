import type { Settings } from '../settings.ts';
import type { Sender } from './sender.ts';
import { takeNext } from './take-next.ts';
import { createTries } from './tries.ts';
import type { Alert, Message, Webhook, WebhookStatus } from './types.ts';

/** Brings the messages of each webhook to its receiver. */
export interface Courier {
  /** Stores messages for a webhook, whatever its status, and sends each when its turn comes. */
  give(webhook: Webhook, messages: readonly Message[]): void;
  /** What an API user asks for. `enabled` tries again at once, and counts tries anew. */
  setStatus(webhook: Webhook, status: WebhookStatus): void;
  /** Makes the try that is due later now. */
  retry(webhook: Webhook): void;
  /** Stops sending to a webhook for good. */
  forget(webhook: Webhook): void;
  /** Waits until nothing is under way; tries that are due later are not waited for. */
  settled(): Promise<void>;
  alerts: Alert[];
  close(): void;
}

/**
 * One message at a time for each webhook, in order. Inferred, from a message that fails holding up the rest
 * (https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/620429319/Webhook+configuration); and that a disabled webhook stores
 * messages as a paused one does.
 */
export function createCourier(sender: Sender, settings: Settings, now: () => Date): Courier {
  const busy = new Set<Webhook>();
  const underWay = new Set<Promise<void>>();
  const timers = new Map<Webhook, NodeJS.Timeout>();
  const tries = createTries(settings, now);
  let isClosed = false;

  const mayGo = ({ isDeleted, status, isRetrying, retryAt }: Webhook) =>
    !isClosed && !isDeleted && (status === 'enabled' || (isRetrying && retryAt === null));

  const deliver = async (webhook: Webhook): Promise<void> => {
    try {
      while (mayGo(webhook)) {
        const message = takeNext(webhook, settings, now());
        if (!message) return;
        const { isAcknowledged } = await sender.send(webhook, message);
        if (isAcknowledged) {
          tries.acknowledged(webhook);
          if (isEvery(settings.duplicateEvery, message)) await sender.send(webhook, message);
        } else {
          const waitMs = tries.failed(webhook);
          if (waitMs !== null) retryAfter(webhook, waitMs);
        }
      }
    } finally {
      busy.delete(webhook);
    }
  };

  const begin = (webhook: Webhook) => {
    if (busy.has(webhook)) return;
    busy.add(webhook);
    const delivering = deliver(webhook);
    underWay.add(delivering);
    void delivering.finally(() => underWay.delete(delivering));
  };

  const retryAfter = (webhook: Webhook, waitMs: number) => {
    if (isClosed || webhook.isDeleted) return;
    webhook.retryAt = now().getTime() + waitMs;
    timers.set(
      webhook,
      setTimeout(() => retry(webhook), waitMs / settings.timeScale),
    );
  };
  const cancelRetry = (webhook: Webhook) => {
    clearTimeout(timers.get(webhook));
    timers.delete(webhook);
    webhook.retryAt = null;
  };
  const retry = (webhook: Webhook) => {
    cancelRetry(webhook);
    begin(webhook);
  };

  return {
    alerts: tries.alerts,
    give(webhook, messages) {
      webhook.waiting.push(...messages.filter((message) => !isEvery(settings.dropEvery, message)));
      begin(webhook);
    },
    setStatus(webhook, status) {
      cancelRetry(webhook);
      Object.assign(webhook, { status, isRetrying: false });
      if (status === 'enabled') webhook.failedTries = 0;
      begin(webhook);
    },
    retry,
    forget(webhook) {
      webhook.isDeleted = true;
      cancelRetry(webhook);
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    close() {
      isClosed = true;
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

function isEvery(every: number | null, { number }: Message): boolean {
  return every !== null && number % every === 0;
}
