import { randomUUID } from 'node:crypto';
import type { AppConfig } from '../app-config.ts';
import type { Control } from '../control/control.ts';
import type { Store } from '../store/store.ts';
import type { Timers } from '../timers.ts';
import { createSender, type Delivery } from './delivery.ts';
import { createQueue } from './queue.ts';
import { createRetries } from './retries.ts';
import { shopPayload } from './shop-payloads.ts';

export interface WebhookEvent {
  topic: string;
  payload: unknown;
  /** Global id of the order that it is about. */
  orderId?: string | null;
}

/** The webhooks of every shop that has the app installed. */
export interface Webhooks {
  /** Newest last. */
  readonly log: readonly Delivery[];
  /**
   * Starts a delivery to each subscriber of the topic; none when the app is not installed, compliance topics apart.
   */
  publish(store: Store, event: WebhookEvent): Delivery[];
  /** Sends recorded deliveries again, one after the other, with the ids and payloads that they had. */
  replay(deliveries: readonly Delivery[]): Promise<void>;
  install(shop: string): void;
  /** Announces `app/uninstalled`, the last webhook but for compliance. */
  uninstall(store: Store): Delivery[];
  close(): Promise<void>;
}

const complianceTopics = new Set(['customers/data_request', 'customers/redact', 'shop/redact']);

export interface WebhooksOptions {
  config: AppConfig;
  appUrl: () => string;
  apiSecret: string;
  now: () => Date;
  control: Control;
  timers: Timers;
}

export function createWebhooks(options: WebhooksOptions): Webhooks {
  const { config, appUrl, apiSecret, now, control, timers } = options;
  const timeoutMs = () => control.settings.webhookTimeoutMs;
  const sender = createSender({ apiSecret, apiVersion: config.webhookApiVersion, now, timeoutMs });
  const send = createQueue(control, timers, createRetries(sender, timers, control.settings));
  const log: Delivery[] = [];
  /**
   * Managed installation comes before anything the app hears of a shop, so one counts as installed until it
   * uninstalls.
   */
  const uninstalled = new Set<string>();

  const publish = (store: Store, { topic, payload, orderId = null }: WebhookEvent): Delivery[] => {
    const shop = store.shop.domain;
    if (uninstalled.has(shop) && !complianceTopics.has(topic)) return [];
    const subscribed = config.subscriptions.filter((subscription) => subscription.topic === topic);
    if (subscribed.length === 0) return [];
    const body = JSON.stringify(payload);
    const event = { eventId: randomUUID(), shop, topic, orderId, triggeredAt: now(), body };
    const deliveries = subscribed.map(({ uri }): Delivery => {
      const url = new URL(uri, appUrl()).href;
      return { ...event, webhookId: randomUUID(), url, status: 'sending', attempts: [] };
    });
    log.push(...deliveries);
    deliveries.forEach(send);
    return deliveries;
  };

  return {
    log,
    publish,
    async replay(deliveries) {
      for (const delivery of deliveries) await sender.send(delivery);
    },
    install: (shop) => void uninstalled.delete(shop),
    uninstall(store) {
      const deliveries = publish(store, { topic: 'app/uninstalled', payload: shopPayload(store.shop) });
      uninstalled.add(store.shop.domain);
      return deliveries;
    },
    close: () => sender.close(),
  };
}
