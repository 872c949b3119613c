import type { Change, Order } from '../orders/types.ts';
import type { Settings } from '../settings.ts';
import { createCourier } from './courier.ts';
import { eventBody } from './event-body.ts';
import { createSender } from './sender.ts';
import type { Alert, Delivery, Message, Webhook, WebhookStatus } from './types.ts';

export interface Replay {
  /** How many of the newest; what was sent more than once counts once, where it came first. */
  last: number;
  order: 'reversed' | 'as_sent';
  /** Only what is about this order. */
  orderId?: string;
}

/** The webhooks of a site: https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/620429319/Webhook+configuration */
export interface Webhooks {
  add(webhook: Pick<Webhook, 'id' | 'url' | 'httpMethod' | 'topics' | 'hashKeys' | 'status'>): Webhook;
  find(id: string): Webhook | undefined;
  all(): Webhook[];
  setStatus(webhook: Webhook, status: WebhookStatus): void;
  remove(webhook: Webhook): void;
  /** Tells each webhook the changes of its topics, in their order. */
  announce(order: Order, changes: readonly Change[]): void;
  /** Sends again what webhooks have acknowledged, one by one; answers the statuses that came back. */
  replay(choice: Replay): Promise<(number | null)[]>;
  /** Lets the site's clock run on by so many seconds, with every retry that falls due on the way. */
  advance(seconds: number): Promise<void>;
  settled(): Promise<void>;
  deliveries: readonly Delivery[];
  alerts: readonly Alert[];
  /** Removes every webhook, and what was recorded. */
  forget(): void;
  close(): Promise<void>;
}

export function createWebhooks(settings: Settings, now: () => Date): Webhooks {
  const sender = createSender(settings, now);
  const courier = createCourier(sender, settings, now);
  const webhooks = new Map<string, Webhook>();
  let announced = 0;

  const remove = (webhook: Webhook) => {
    webhooks.delete(webhook.id);
    courier.forget(webhook);
  };

  return {
    add(given) {
      const fresh = { waiting: [], current: null, failedTries: 0, retryAt: null };
      const webhook = { ...given, ...fresh, isRetrying: false, isAlerted: false, isDeleted: false };
      webhooks.set(webhook.id, webhook);
      return webhook;
    },
    find: (id) => webhooks.get(id),
    all: () => [...webhooks.values()],
    setStatus: courier.setStatus,
    remove,
    announce(order, changes) {
      const createdAt = now().getTime();
      const messages = changes.map((change): Message => {
        announced += 1;
        const body = eventBody(order, change, settings, Math.floor(createdAt / 1000));
        return { number: announced, topic: change.topic, orderId: order.id, body, createdAt };
      });
      for (const webhook of webhooks.values()) {
        const { topics } = webhook;
        courier.give(
          webhook,
          messages.filter(({ topic }) => topics.includes(topic)),
        );
      }
    },
    async replay({ last, order, orderId }) {
      const sent = acknowledgedOnce(sender.log)
        .filter((delivery) => orderId === undefined || delivery.orderId === orderId)
        .slice(-last);
      const statuses: (number | null)[] = [];
      for (const { webhookId, at, ...delivery } of order === 'reversed' ? sent.reverse() : sent) {
        const webhook = webhooks.get(webhookId);
        if (!webhook) continue;
        const { status } = await sender.send(webhook, { ...delivery, createdAt: at.getTime() });
        statuses.push(status);
      }
      return statuses;
    },
    async advance(seconds) {
      const end = now().getTime() + seconds * 1000;
      const passTo = (time: number) => {
        settings.clockOffsetSeconds += Math.max(0, Math.ceil((time - now().getTime()) / 1000));
      };
      await courier.settled();
      for (let due = earliest(webhooks.values()); due && due.at <= end; due = earliest(webhooks.values())) {
        passTo(due.at);
        courier.retry(due.webhook);
        await courier.settled();
      }
      passTo(end);
    },
    settled: courier.settled,
    deliveries: sender.log,
    alerts: courier.alerts,
    forget() {
      for (const webhook of webhooks.values()) remove(webhook);
      sender.log.length = 0;
      courier.alerts.length = 0;
    },
    async close() {
      courier.close();
      await sender.close();
    },
  };
}

function acknowledgedOnce(log: readonly Delivery[]): Delivery[] {
  const first = new Map<string, Delivery>();
  for (const delivery of log) {
    const key = `${delivery.webhookId} ${delivery.number}`;
    if (delivery.isAcknowledged && !first.has(key)) first.set(key, delivery);
  }
  return [...first.values()];
}

function earliest(webhooks: Iterable<Webhook>): { webhook: Webhook; at: number } | undefined {
  return [...webhooks]
    .flatMap((webhook) => (webhook.retryAt === null ? [] : { webhook, at: webhook.retryAt }))
    .sort((one, other) => one.at - other.at)[0];
}
