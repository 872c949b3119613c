import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { renderAnswer, type TextAnswer } from './answer.ts';
import { readCallBody, readCallLine } from './call.ts';
import { answerControl, controlPath } from './control-door.ts';
import { chosenFault, drip, waitLatency } from './faults.ts';
import { type Front, openFront } from './front.ts';
import { answerCall, routeLabel } from './routes/index.ts';
import type { Site } from './site.ts';
import { acceptXget } from './xget.ts';

/** Serves `site` on 127.0.0.1. Plain node:http, because web frameworks built on `Request` give a GET no body. */
export async function listen(site: Site, port: number): Promise<{ url: string; close(): Promise<void> }> {
  const http = createServer((request, response) => {
    const path = controlPath(request);
    const served = path
      ? serveControl(site, front, path, request, response)
      : serveApi(site, request, response);
    served.catch((error: unknown) => {
      // A client that leaves before its body is complete is no fault of the simulator.
      if (!request.errored) throw error;
    });
  });
  const front = await openFront(acceptXget(http), port);
  return front;
}

async function serveControl(
  site: Site,
  front: Front,
  path: string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = renderAnswer(await answerControl(request, path, site), 'error');
  const { settings } = site.control;
  if (settings.absentForSeconds > 0) {
    response.once('finish', front.leave(settings.absentForSeconds));
    settings.absentForSeconds = 0;
  }
  send(response, answer);
}

async function serveApi(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { control } = site;
  const line = readCallLine(request);
  const route = routeLabel(line);
  control.count(route);
  const read = await readCallBody(request);
  control.record({ route, body: read.unwrapOr({}) });
  await waitLatency(control.settings, response);
  const fault = chosenFault(control.settings, line);
  if (fault === 'hang') return;
  if (fault === 'reset') {
    response.socket?.destroy();
    return;
  }
  const asked = () =>
    read.match(
      (body) => answerCall({ ...line, body }, site),
      (refusal) => refusal,
    );
  if (fault === 'lost') {
    asked();
    response.socket?.destroy();
    return;
  }
  const { errorShape, retryAfterSeconds } = control.settings;
  const answer = renderAnswer(fault === null || fault === 'drip' ? asked() : fault, errorShape);
  response.setHeader('Request-Id', requestId(site.now()));
  response.setHeader('Vary', 'Origin');
  if (answer.status === 429 && retryAfterSeconds !== null) {
    response.setHeader('Retry-After', retryAfterSeconds);
  }
  if (fault === 'drip') await drip(response, answer);
  else send(response, answer);
}

function send(response: ServerResponse, { status, contentType, text }: TextAnswer): void {
  response.writeHead(status, { 'Content-Type': contentType }).end(text);
}

/** 24 hexadecimal characters that begin with the time, as recorded by https://github.com/inviqa/onestock-api-client */
function requestId(now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000);
  return seconds.toString(16).padStart(8, '0') + randomBytes(8).toString('hex');
}
