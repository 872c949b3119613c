import type { Server } from 'node:http';
import { createServer, type Server as TcpServer } from 'node:net';
import { Duplex, Transform } from 'node:stream';

/**
 * The method that stands for XGET behind the parser: QUERY means the same thing, a safe read that carries a body.
 */
export const xgetStandIn = 'QUERY';

const sent = Buffer.from('XGET /');
const parsed = Buffer.from(`${xgetStandIn} /`);

/**
 * A TCP server that feeds `http` and lets the method name XGET through. OneStock takes XGET with a body as one form of
 * its reads (public code under https://github.com/mbousquet-onestock), but the parser of node:http answers 400 to any
 * method it does not know, with no way to teach it one, so the name is replaced before the parser sees it.
 * Only a request line that begins a chunk is renamed: HTTP pipelining is not supported, and no client uses it.
 */
export function acceptXget(http: Server): TcpServer {
  return createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    const renamed = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        const isXget = chunk.subarray(0, sent.length).equals(sent);
        done(null, isXget ? Buffer.concat([parsed, chunk.subarray(sent.length)]) : chunk);
      },
    });
    http.emit('connection', Duplex.from({ readable: socket.pipe(renamed), writable: socket }));
  });
}
