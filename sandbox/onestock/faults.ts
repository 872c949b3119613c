import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { type Answer, refuse, success, type TextAnswer } from './answer.ts';
import type { CallLine } from './call.ts';
import type { Settings } from './settings.ts';

/** What a fault makes of a call: an answer, none, or the right one byte by byte. */
export type Fault = Answer | 'reset' | 'lost' | 'hang' | 'drip';

/** At this pace an answer takes half a minute. */
const BYTE_EVERY_MS = 20;

/** Waits as long as the control door says; ends early, and quietly, when the client leaves. */
export async function waitLatency(settings: Settings, response: ServerResponse): Promise<void> {
  const latencyMs = settings.latencyMs + Math.random() * settings.jitterMs;
  if (latencyMs === 0) return;
  const left = new AbortController();
  const leave = () => left.abort();
  response.once('close', leave);
  await delay(latencyMs, undefined, { signal: left.signal }).catch(() => undefined);
  response.off('close', leave);
}

/** Sends an answer byte by byte; ends early, and quietly, when the client leaves. */
export async function drip(
  response: ServerResponse,
  { status, contentType, text }: TextAnswer,
): Promise<void> {
  response.writeHead(status, { 'Content-Type': contentType });
  for (const byte of Buffer.from(text)) {
    if (response.destroyed) return;
    response.write(Buffer.of(byte));
    await delay(BYTE_EVERY_MS);
  }
  response.end();
}

/**
 * The fault that the control door asks for on this call, or null. 429 is the documented answer to too many calls
 * (https://onestock.atlassian.net/wiki/x/FgBIQw); the identifiers in both bodies are inferred.
 */
export function chosenFault(settings: Settings, { segments: [resource = ''] }: CallLine): Fault | null {
  const { failingResources } = settings;
  if (failingResources.length > 0 && !failingResources.includes(resource)) return null;
  switch (settings.failure) {
    case 'none':
      return null;
    case '429':
      return refuse(429, 'too_many_requests', 'rate limit exceeded');
    case '500':
      return refuse(500, 'internal_error', 'an internal error occurred');
    case 'malformed':
      return { status: 200, contentType: 'application/json', text: '{"delivery_options": [{"status": ' };
    case 'foreign':
      return success({ message: 'Welcome', data: [] });
    default:
      return settings.failure;
  }
}
