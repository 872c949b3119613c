import { randomUUID } from 'node:crypto';
import type { AppConfig } from '../app-config.ts';
import type { Control } from '../control/control.ts';
import type { Store } from '../store/store.ts';
import type { Timers } from '../timers.ts';
import { createSender, type Delivery } from './delivery.ts';
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
  /** Starts a delivery to each subscriber of the topic; none when the app is not installed, compliance topics apart. */
  publish(store: Store, event: WebhookEvent): Delivery[];
  /** Sends recorded deliveries again, one after the other, with the ids and payloads that they had. */
  replay(deliveries: readonly Delivery[]): Promise<void>;
  install(shop: string): void;
  /** Announces `app/uninstalled`, the last webhook but for compliance. */
  uninstall(store: Store): Delivery[];
  close(): Promise<void>;
}

/**
 * Eight retries over four hours (https://shopify.dev/changelog/updates-to-webhook-retry-mechanism). The steps between are inferred:
 * quick at first, then longer, four hours in all.
 */
const retryDelaysSeconds = [10, 60, 180, 420, 900, 1800, 3600, 7430];
/** A webhook that waits to be overtaken leaves by itself after this long. */
const overtakenWithinMs = 1000;
const complianceTopics = new Set(['customers/data_request', 'customers/redact', 'shop/redact']);

export interface WebhooksOptions {
  config: AppConfig;
  appUrl: () => string;
  apiSecret: string;
  now: () => Date;
  control: Control;
  timers: Timers;
}

export function createWebhooks({
  config,
  appUrl,
  apiSecret,
  now,
  control,
  timers,
}: WebhooksOptions): Webhooks {
  const { settings } = control;
  const timeoutMs = () => settings.webhookTimeoutMs;
  const sender = createSender({ apiSecret, apiVersion: config.webhookApiVersion, now, timeoutMs });
  const log: Delivery[] = [];
  const held: Delivery[] = [];
  /** Managed installation comes before anything the app hears of the shop, so a shop counts as installed until it uninstalls. */
  const uninstalled = new Set<string>();
  let waiting: Delivery | null = null;

  const attempt = async (delivery: Delivery, retriesDone: number): Promise<void> => {
    delivery.status = 'sending';
    if (await sender.send(delivery)) {
      delivery.status = 'delivered';
      return;
    }
    const delaySeconds = retryDelaysSeconds[retriesDone];
    delivery.status = delaySeconds === undefined ? 'failed' : 'retrying';
    if (delaySeconds === undefined) return;
    timers.after((delaySeconds * 1000) / settings.timeScale, () => void attempt(delivery, retriesDone + 1));
  };

  const send = (delivery: Delivery): void => {
    void attempt(delivery, 0);
    for (let copy = 0; copy < settings.duplicateWebhooks; copy += 1) void sender.send(delivery);
  };

  const sendOvertaken = (delivery: Delivery): void => {
    const overtaken = waiting;
    if (overtaken) {
      waiting = null;
      send(delivery);
      send(overtaken);
      return;
    }
    waiting = delivery;
    timers.after(overtakenWithinMs, () => {
      if (waiting !== delivery) return;
      waiting = null;
      send(delivery);
    });
  };

  const start = (delivery: Delivery): void => {
    log.push(delivery);
    if (settings.holdWebhooks) {
      delivery.status = 'held';
      held.push(delivery);
    } else if (settings.reorderWebhooks) sendOvertaken(delivery);
    else send(delivery);
  };

  control.onChange((changed) => {
    if (!changed.has('holdWebhooks') || settings.holdWebhooks) return;
    const released = held.splice(0);
    for (const delivery of settings.reorderWebhooks ? released.reverse() : released) send(delivery);
  });

  const publish = (store: Store, { topic, payload, orderId = null }: WebhookEvent): Delivery[] => {
    const shop = store.shop.domain;
    if (uninstalled.has(shop) && !complianceTopics.has(topic)) return [];
    const event = {
      eventId: randomUUID(),
      shop,
      topic,
      orderId,
      triggeredAt: now(),
      body: JSON.stringify(payload),
    };
    const deliveries = config.subscriptions
      .filter((subscription) => subscription.topic === topic)
      .map(({ uri }): Delivery => {
        const url = new URL(uri, appUrl()).href;
        return { ...event, webhookId: randomUUID(), url, status: 'sending', attempts: [] };
      });
    deliveries.forEach(start);
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
