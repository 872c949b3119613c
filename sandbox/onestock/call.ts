import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { err, ok, type Result } from 'neverthrow';
import { type Answer, refuse } from './answer.ts';
import { xgetStandIn } from './xget.ts';

/** The request line of a call: enough to route it, to count it and to fail it. */
export interface CallLine {
  /** What the client wrote, such as `POST` or `XGET`. */
  wireMethod: string;
  /** What the client means, such as `GET`. */
  method: string;
  /** `v2`, `v3`, `v4`, or empty for the unversioned routes. */
  version: string;
  /** Path after the version: `['endpoints', 'store_paris']`. */
  segments: string[];
}

/** One request, whichever of the four forms of a read it came in. */
export interface Call extends CallLine {
  /** The JSON object that came in the body or as the query string; `{}` when there was none. */
  body: JsonObject;
}

export type JsonObject = Record<string, unknown>;

/**
 * Versions in use: none and v2 in the official Magento connector, v3 and v4 in public integrations.
 * https://github.com/OneStock-Retail/onestock-magento-connector and https://github.com/mbousquet-onestock
 */
const versions = ['v2', 'v3', 'v4'];

export function readCallLine(request: IncomingMessage): CallLine {
  const segments = readPath(request);
  const version = versions.includes(segments[0] ?? '') ? (segments.shift() ?? '') : '';
  const wireMethod = request.method === xgetStandIn ? 'XGET' : (request.method ?? 'GET');
  return { wireMethod, method: meantMethod(request, wireMethod), version, segments };
}

/** The parts of the path, such as `['v3', 'endpoints', 'store_paris']`. */
export function readPath(request: IncomingMessage): string[] {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  return path.split('/').filter(Boolean).map(decodeOrKeep);
}

/**
 * The JSON object of a call, or the refusal that a real site gives. Credentials and parameters of every route, reads
 * included, travel in the root of a JSON body (https://github.com/OneStock-Retail/onestock-magento-connector); a plain
 * GET may carry that object percent-encoded as its whole query string instead.
 * `invalid_json` with the parser's message: https://github.com/inviqa/onestock-api-client
 */
export async function readCallBody(request: IncomingMessage): Promise<Result<JsonObject, Answer>> {
  const body = await text(request);
  const source = body === '' && request.method === 'GET' ? decodeOrKeep(queryString(request)) : body;
  if (source === '') return ok({});
  try {
    const parsed: unknown = JSON.parse(source);
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return isObject ? ok(parsed as JsonObject) : err(refuse(400, 'invalid_json', 'expected an object'));
  } catch (error) {
    return err(refuse(400, 'invalid_json', (error as SyntaxError).message));
  }
}

function meantMethod(request: IncomingMessage, wireMethod: string): string {
  if (wireMethod === 'XGET') return 'GET';
  const override = request.headers['x-http-method-override'];
  return wireMethod === 'POST' && typeof override === 'string' ? override.toUpperCase() : wireMethod;
}

function queryString(request: IncomingMessage): string {
  const url = request.url ?? '';
  const mark = url.indexOf('?');
  return mark === -1 ? '' : url.slice(mark + 1);
}

function decodeOrKeep(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
