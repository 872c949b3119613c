import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Answer, refuse, success } from './answer.ts';
import { readPath } from './call.ts';
import { answerOrderControl } from './orders/control-door.ts';
import type { Site } from './site.ts';
import { answerWebhookControl } from './webhooks/control-door.ts';

/** A call of a control door. */
export interface ControlCall {
  method: string;
  /** Path after the name of the door. */
  segments: string[];
  /** `{}` where there was none, `null` where it was no JSON. */
  body: unknown;
}

/** The path of a control door, after `/_control`; null for a call of the API. */
export function controlPath(request: IncomingMessage): string[] | null {
  const [root, ...path] = readPath(request);
  return root === '_control' ? path : null;
}

/**
 * The doors by which tests and the sandbox steer the simulator. They are no part of OneStock, and no failure applies to them.
 * `/_control/orders` and `/_control/webhooks` have their own; of `/_control` itself:
 * - `GET` shows settings, counts of requests by route, and the last requests without credentials
 * - `POST` merges settings; an unknown key, or a bad value, is a 400 that names it
 * - `DELETE` puts every setting back and forgets the requests; tokens, orders and webhooks live on
 */
export async function answerControl(request: IncomingMessage, path: string[], site: Site): Promise<Answer> {
  const [door, ...segments] = path;
  const call = { method: request.method ?? 'GET', segments, body: parseOrNull(await text(request)) };
  switch (door) {
    case undefined:
      return answerSettings(call, site);
    case 'orders':
      return answerOrderControl(call, site);
    case 'webhooks':
      return answerWebhookControl(call, site);
    default:
      return refuse(404, 'not_found', `there is no door ${door}`);
  }
}

function answerSettings({ method, body }: ControlCall, { control, tokens }: Site): Answer {
  switch (method) {
    case 'POST': {
      const merged = control.merge(body);
      if (merged.isErr()) return refuse(400, 'invalid_control', merged.error);
      if (merged.value.tokenExpired) tokens.revokeAll();
      break;
    }
    case 'DELETE':
      control.reset();
      break;
    case 'GET':
      break;
    default:
      return refuse(405, 'method_not_allowed', 'use GET, POST or DELETE');
  }
  return success(control.view());
}

function parseOrNull(source: string): unknown {
  try {
    return source === '' ? {} : JSON.parse(source);
  } catch {
    return null;
  }
}
