import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Answer, refuse, success } from './answer.ts';
import type { Site } from './site.ts';

/**
 * The door by which tests and the sandbox steer the simulator. It is no part of OneStock, and no failure applies to it.
 * - `GET /_control` shows settings, counts of requests by route, and the last requests without credentials
 * - `POST /_control` merges settings; an unknown key, or a bad value, is a 400 that names it
 * - `DELETE /_control` puts every setting back and forgets the requests; tokens live on
 */
export async function answerControl(request: IncomingMessage, site: Site): Promise<Answer> {
  const { control, tokens } = site;
  switch (request.method) {
    case 'POST': {
      const merged = control.merge(parseOrNull(await text(request)));
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
    return JSON.parse(source);
  } catch {
    return null;
  }
}
