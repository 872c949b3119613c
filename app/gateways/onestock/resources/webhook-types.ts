import type { ResultAsync } from 'neverthrow';
import type { CallOptions, OneStockConnection } from '../connection.ts';
import type { OneStockError } from '../errors.ts';

/** `paused` keeps messages for later; OneStock itself disables a webhook whose messages nobody acknowledges. */
export type WebhookStatus = 'enabled' | 'paused' | 'disabled';

/** A webhook as OneStock keeps it. What the site does not tell is null. */
export interface OneStockWebhook {
  id: string;
  url: string | null;
  /** A {@link WebhookStatus}, or a name that we do not know. */
  status: string | null;
  topics: string[] | null;
}

export interface NewWebhook {
  url: string;
  topics: readonly string[];
  /** The newest of the keys with which OneStock signs; it keeps up to three. */
  hashKey: string;
}

/** The calls about webhooks. Each ten seconds unless told otherwise, the list one minute. */
export interface OneStockWebhooks {
  /** Creates a webhook, enabled. Never made twice by itself; a lost answer may leave one that only the list shows. */
  createWebhook(
    connection: OneStockConnection,
    webhook: NewWebhook,
    options?: CallOptions,
  ): ResultAsync<{ id: string }, OneStockError>;
  /** Every webhook of the site, of whoever made it. */
  listWebhooks(
    connection: OneStockConnection,
    options?: CallOptions,
  ): ResultAsync<OneStockWebhook[], OneStockError>;
  /** Null when there is no such webhook. */
  readWebhook(
    connection: OneStockConnection,
    id: string,
    options?: CallOptions,
  ): ResultAsync<OneStockWebhook | null, OneStockError>;
  /**
   * Gives a webhook another address, other topics and a new hash key, which OneStock uses beside the two before it.
   *
   * @returns the id from now on: another one where the site cannot change webhooks and a new one took the place.
   */
  updateWebhook(
    connection: OneStockConnection,
    id: string,
    webhook: NewWebhook,
    options?: CallOptions,
  ): ResultAsync<{ id: string }, OneStockError>;
  /** Pauses a webhook, or enables it again. */
  setWebhookStatus(
    connection: OneStockConnection,
    id: string,
    status: WebhookStatus,
    options?: CallOptions,
  ): ResultAsync<void, OneStockError>;
  /** Removes a webhook; that it is not there is as good. */
  deleteWebhook(
    connection: OneStockConnection,
    id: string,
    options?: CallOptions,
  ): ResultAsync<void, OneStockError>;
}
