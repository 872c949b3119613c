import type { EventHandler, EventSource, ReadEvent } from '#app/features/inbox/index.ts';
import { parseGlobalId } from '#app/gateways/shopify/ids.ts';

/** The name of Shopify as a source of events. */
export const SHOPIFY = 'shopify';

/** What is kept of an event of a topic, and what is done about it. */
export interface ShopifyTopic {
  /** Reads the parsed body; when left out, the subject is the thing that the body is, by its global id. */
  read?(body: object): Pick<ReadEvent, 'subject' | 'facts'>;
  handle: EventHandler;
}

/** By the names of the topics, as Shopify writes them: `orders/create`. */
export type ShopifyTopics = Readonly<Record<string, ShopifyTopic>>;

/** Shopify as a source of events, of the topics that features know. Events of other topics are kept too, for a version that knows them. */
export function shopifySource(topics: ShopifyTopics): EventSource {
  const handlers = Object.fromEntries(Object.entries(topics).map(([topic, { handle }]) => [topic, handle]));
  return {
    name: SHOPIFY,
    read(body, { topic = '', triggeredAt = null }) {
      const read = (Object.hasOwn(topics, topic) && topics[topic]?.read) || readGlobalId;
      return { topic, triggeredAt, ...read(body) };
    },
    jobs: { kind: 'own', handlers },
  };
}

function readGlobalId(body: { admin_graphql_api_id?: unknown }) {
  return { subject: parseGlobalId(body.admin_graphql_api_id), facts: {} };
}
