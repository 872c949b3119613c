import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';

/** What the next request gets: a status with a body, or a hand on the connection. */
export type FakeAnswer =
  | { status?: number; body: unknown; headers?: Record<string, string> }
  | { connection: 'reset' | 'hang' };

export interface FakeAdminApi {
  /** The answers to come, first first; the last one stays. */
  graphql: FakeAnswer[];
  /** The answers of the token endpoint. */
  tokens: FakeAnswer[];
  /** The access token of each GraphQL request so far. */
  usedTokens: string[];
  /** The refresh token of each refresh so far. */
  refreshes: string[];
  close(): Promise<void>;
}

/** A Shopify on 127.0.0.1 that answers what a test says, put in place of every shop. */
export async function startFakeAdminApi(): Promise<FakeAdminApi> {
  const fake: FakeAdminApi = { graphql: [], tokens: [], usedTokens: [], refreshes: [], close };
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await text(request));
    const isToken = request.url === '/admin/oauth/access_token';
    if (isToken) fake.refreshes.push(body.refresh_token);
    else fake.usedTokens.push(String(request.headers['x-shopify-access-token']));
    const answers = isToken ? fake.tokens : fake.graphql;
    send(request, response, answers.length > 1 ? answers.shift() : answers[0]);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  setAbstractFetchFunc((input, init) => fetch(origin + new URL(String(input)).pathname, init));

  async function close() {
    setAbstractFetchFunc(fetch);
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
  return fake;
}

function send(request: IncomingMessage, response: ServerResponse, answer: FakeAnswer | undefined): void {
  if (!answer) throw new Error('The test names no answer.');
  if ('connection' in answer) {
    if (answer.connection === 'reset') request.socket.destroy();
    return;
  }
  response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
  response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
}
