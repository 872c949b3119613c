import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import { pipeline } from 'node:stream';
import { type ListeningServer, listen } from './listen.ts';
import { type Replacements, replaceAll, rewriting } from './rewrite.ts';

/** Documents name Shopify's origins, and so do the scripts that render them again in the browser. */
const REWRITTEN_TYPES = /^(text\/html|text\/javascript|application\/javascript)\b/;

interface ProxyOptions {
  /** 0 for a free one. */
  port: number;
  /** The app's web process, asked for at each request because it may restart elsewhere. */
  target: () => string;
  replacements: Replacements;
}

/**
 * Stands before the app under the app's public address, and makes its pages speak to the simulated Shopify: Shopify's origins
 * are replaced in headers (frame policy, preload, redirects) and in the documents. Everything else passes as it is, streamed.
 */
export function startProxy({ port, target, replacements }: ProxyOptions): Promise<ListeningServer> {
  return listen(
    createServer((incoming, outgoing) => forward(incoming, outgoing, target(), replacements)),
    port,
  );
}

function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  target: string,
  replacements: Replacements,
): void {
  // An encoded answer could not be rewritten. A connection each: one kept alive may die with the app while it is asked.
  const headers = { ...incoming.headers, 'accept-encoding': 'identity', connection: 'close' };
  const upstream = request(new URL(incoming.url ?? '/', target), {
    method: incoming.method,
    headers,
    agent: false,
  });

  upstream.on('response', (answer) => {
    const isRewritten =
      REWRITTEN_TYPES.test(answer.headers['content-type'] ?? '') && !answer.headers['content-encoding'];
    outgoing.writeHead(answer.statusCode ?? 502, answerHeaders(answer.headers, replacements, isRewritten));
    outgoing.flushHeaders();
    const ended = () => {};
    if (isRewritten) pipeline(answer, rewriting(replacements), outgoing, ended);
    else pipeline(answer, outgoing, ended);
  });
  upstream.on('error', (error) => {
    if (outgoing.headersSent) outgoing.destroy();
    else
      outgoing
        .writeHead(502, { 'content-type': 'text/plain' })
        .end(`The app does not answer: ${error.message}\n`);
  });
  outgoing.on('close', () => upstream.destroy());
  pipeline(incoming, upstream, () => {});
}

function answerHeaders(headers: IncomingHttpHeaders, replacements: Replacements, isRewritten: boolean) {
  const { connection, 'keep-alive': keepAlive, 'content-length': length, ...kept } = headers;
  const rewritten = Object.entries(kept).map(([name, value]) => [
    name,
    typeof value === 'string' ? replaceAll(value, replacements) : value,
  ]);
  return {
    ...Object.fromEntries(rewritten),
    ...(length !== undefined && !isRewritten && { 'content-length': length }),
  };
}
