/**
 * The yardstick: a bare `node:http` server that does the work nobody can leave out. It verifies the signature, parses the JSON, and writes an
 * answer of the same size. PORT, BENCH_SECRET, and BENCH_ANSWER, a file with the answer's JSON.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const secret = process.env.BENCH_SECRET ?? '';
const answer: unknown = JSON.parse(readFileSync(process.env.BENCH_ANSWER ?? '', 'utf8'));

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    const expected = createHmac('sha256', secret).update(body).digest();
    const claimed = Buffer.from(String(request.headers['x-shopify-hmac-sha256']), 'base64');
    if (claimed.length !== expected.length || !timingSafeEqual(claimed, expected)) {
      response.writeHead(401).end();
      return;
    }
    JSON.parse(body.toString());
    const text = JSON.stringify(answer);
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
  });
}).listen(Number(process.env.PORT), '127.0.0.1');
