import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RateCall, RateReply } from '#app/endpoints/carrier-rates.ts';
import { checkoutDoor } from '#app/endpoints/checkout-door.ts';

const calls: { token: string; signature: string | null; body: string }[] = [];
const answerRates = vi.fn(async ({ token, header, readBody }: RateCall): Promise<RateReply> => {
  const body = await readBody(20);
  calls.push({ token, signature: header('x-shopify-hmac-sha256'), body: body.toString() });
  return { status: body === 'too_large' ? 413 : 200, body: '{"rates":[]}' };
});
const door = checkoutDoor(answerRates);
const server = createServer((incoming, outgoing) => {
  if (!door(incoming, outgoing)) outgoing.writeHead(418).end();
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
const origin = `http://127.0.0.1:${port}`;

beforeEach(() => {
  calls.length = 0;
});
afterAll(() => server.close());

/** Sends a body piece by piece, without announcing its length. */
async function sendPieces(...pieces: string[]): Promise<number | undefined> {
  const sending = httpRequest(`${origin}/carrier-rates/token`, { method: 'POST' });
  for (const piece of pieces) sending.write(piece);
  sending.end();
  const [response] = await once(sending, 'response');
  response.resume();
  return response.statusCode;
}

describe('the checkout door', () => {
  it('answers a POST with its token, headers and raw bytes', async () => {
    const headers = { 'X-Shopify-Hmac-Sha256': 'signature' };
    const body = '{"é":"東"}';
    const response = await fetch(`${origin}/carrier-rates/some-token?x=1`, { method: 'POST', body, headers });
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({ rates: [] });
    expect(calls).toEqual([{ token: 'some-token', signature: 'signature', body }]);
  });

  it('puts together a body that comes in pieces', async () => {
    expect(await sendPieces('{"rate"', ':', '{}}')).toBe(200);
    expect(calls).toMatchObject([{ body: '{"rate":{}}' }]);
  });

  it('answers a body that is too large, announced or not, instead of hanging up', async () => {
    expect(await sendPieces(...Array.from({ length: 30 }, () => 'x'))).toBe(413);
    const response = await fetch(`${origin}/carrier-rates/token`, {
      method: 'POST',
      body: 'x'.repeat(100_000),
    });
    expect(response.status).toBe(413);
  });

  it('answers the next request on the same connection', async () => {
    for (let index = 0; index < 3; index++) expect(await sendPieces('{}')).toBe(200);
    expect(calls).toHaveLength(3);
  });

  it('lets a caller go who hangs up within the body', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write('POST /carrier-rates/token HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n{');
    await vi.waitFor(() => expect(answerRates).toHaveBeenCalled());
    socket.destroy();
    await vi.waitFor(() => expect(calls).toMatchObject([{ body: 'broken_off' }]));
  });

  it('tells that a caller hung up while the answer was made, and goes on', async () => {
    const seen = vi.fn();
    answerRates.mockImplementationOnce(async ({ readBody, hasHungUp }) => {
      await readBody(20);
      seen(hasHungUp());
      await vi.waitUntil(hasHungUp);
      seen(hasHungUp());
      return { status: 200, body: '{"rates":[]}' };
    });
    const socket = connect(port, '127.0.0.1');
    socket.write('POST /carrier-rates/token HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n{}');
    await vi.waitFor(() => expect(seen).toHaveBeenCalledExactlyOnceWith(false));
    socket.destroy();
    await vi.waitFor(() => expect(seen).toHaveBeenLastCalledWith(true));
    expect(await sendPieces('{}')).toBe(200);
  });

  it.each(['GET', 'PUT', 'DELETE'])('refuses a %s', async (method) => {
    const response = await fetch(`${origin}/carrier-rates/token`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(calls).toEqual([]);
  });

  it.each(['/', '/carrier-rates', '/carrier-rates/', '/carrier-rates/a/b', '/x/carrier-rates/a'])(
    'leaves %s alone',
    async (path) => {
      const response = await fetch(origin + path, { method: 'POST', body: '{}' });
      expect(response.status).toBe(418);
    },
  );
});
