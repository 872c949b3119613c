import { jobOfEvent } from './job-of-event.ts';
import type { KeepEvent } from './keep-events.ts';
import type { EventSource, IncomingEvent } from './source.ts';

/** What became of a message at the door. `repeated`: it was kept before, and starts nothing. */
export interface Received {
  topic: string;
  state: 'received' | 'repeated';
}

/**
 * Keeps what is to be kept of a message, with the job it asks for.
 *
 * @returns null for a body that is no JSON object, of which nothing is kept
 * @throws when the database did not take it
 */
export async function receiveEvent(
  keep: KeepEvent,
  source: EventSource,
  { shop, messageId, body, ...beside }: IncomingEvent,
): Promise<Received | null> {
  const json = parseObject(body);
  const event = json && source.read(json, beside);
  if (!event) return null;
  const kept = { source: source.name, shop, messageId, ...event };
  const state = await keep(kept, (id) => jobOfEvent(source, { id, shop, ...event }));
  return { topic: event.topic, state };
}

function parseObject(body: Uint8Array): object | null {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof json === 'object' && !Array.isArray(json) ? json : null;
  } catch {
    return null;
  }
}
