import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RateCall, RateReply } from './carrier-rates.ts';

const PATH = /^\/carrier-rates\/([^/?]+)(?:\?|$)/;
const NOT_A_POST = JSON.stringify({ error: 'method_not_allowed', message: 'Only POST is answered here.' });

/**
 * Answers requests at `/carrier-rates/{token}` straight on Node's server: a web `Request` and `Response` in between cost a tenth of what
 * the whole answer does (docs/performance.md). Says false of any other request, which it leaves alone.
 */
export function checkoutDoor(
  answerRates: (call: RateCall) => Promise<RateReply>,
): (incoming: IncomingMessage, outgoing: ServerResponse) => boolean {
  return (incoming, outgoing) => {
    const token = PATH.exec(incoming.url ?? '')?.[1];
    if (token === undefined) return false;
    if (incoming.method !== 'POST') {
      incoming.resume();
      outgoing.setHeader('allow', 'POST');
      send(outgoing, { status: 405, body: NOT_A_POST });
      return true;
    }
    const call: RateCall = {
      token,
      header(name) {
        const value = incoming.headers[name];
        return typeof value === 'string' ? value : null;
      },
      readBody: (limitBytes) => readBody(incoming, limitBytes),
      hasHungUp: () => incoming.socket.destroyed,
    };
    // It answers whatever happens, and never rejects.
    void answerRates(call).then((reply) => send(outgoing, reply));
    return true;
  };
}

function send(outgoing: ServerResponse, { status, body }: RateReply): void {
  outgoing.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length });
  // Text of one byte a character goes to the socket as it is.
  outgoing.end(body, 'latin1');
}

/** What comes after `too_large` is taken and dropped, so that the caller gets to read the answer. */
function readBody(incoming: IncomingMessage, limitBytes: number): ReturnType<RateCall['readBody']> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.byteLength;
      if (length > limitBytes) resolve('too_large');
      else chunks.push(chunk);
    });
    incoming.on('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    incoming.on('error', () => resolve('broken_off'));
  });
}
