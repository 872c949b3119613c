export const webhookStatuses = ['enabled', 'paused', 'disabled'] as const;
export type WebhookStatus = (typeof webhookStatuses)[number];

/** One event for one webhook. */
export interface Message {
  /** Counts the events of the site, subscribed to or not; it is never sent. */
  number: number;
  topic: string;
  orderId: string;
  /** Raw JSON, made once: a retry sends the same bytes. */
  body: string;
  /** Milliseconds of the site's clock. */
  createdAt: number;
}

export interface Webhook {
  id: string;
  url: string;
  httpMethod: 'POST' | 'PUT' | 'PATCH';
  topics: string[];
  /** The newest first; three at most. */
  hashKeys: string[];
  status: WebhookStatus;
  /** Messages that wait, the oldest first. */
  waiting: Message[];
  /** The message that is being sent, or will be tried again; it goes before all that wait. */
  current: Message | null;
  failedTries: number;
  /** It is paused by itself, until the current message is acknowledged or its retries are used up. */
  isRetrying: boolean;
  /** People were told that it fails, and not yet that it works again. */
  isAlerted: boolean;
  /** When the next try is due, in milliseconds of the site's clock; null when none is. */
  retryAt: number | null;
  isDeleted: boolean;
}

/** One try to deliver. */
export interface Delivery {
  webhookId: string;
  number: number;
  topic: string;
  orderId: string;
  body: string;
  at: Date;
  /** Null when no answer came in time. */
  status: number | null;
  isAcknowledged: boolean;
}

/** The notifications by which OneStock would tell people. */
export interface Alert {
  name: 'webhook_failure' | 'webhook_deactivation' | 'webhook_failure_recovered';
  webhookId: string;
  at: Date;
}
