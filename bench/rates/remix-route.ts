/**
 * The same work in a Remix resource route, as an app from Shopify's template would do it. Arguments as for bare.ts.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createRequestHandler, type ServerBuild } from '@remix-run/server-runtime';

const [port, secret = '', answerFile = ''] = process.argv.slice(2);
const answer: unknown = JSON.parse(readFileSync(answerFile, 'utf8'));

async function action({ request }: { request: Request }): Promise<Response> {
  const body = Buffer.from(await request.arrayBuffer());
  const expected = createHmac('sha256', secret).update(body).digest();
  const claimed = Buffer.from(request.headers.get('x-shopify-hmac-sha256') ?? '', 'base64');
  if (claimed.length !== expected.length || !timingSafeEqual(claimed, expected)) {
    return new Response(null, { status: 401 });
  }
  JSON.parse(body.toString());
  return Response.json(answer);
}

const build = {
  entry: { module: { default: () => new Response(null, { status: 404 }) } },
  routes: { rates: { id: 'rates', path: 'carrier-rates/:token', module: { action } } },
  assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
  publicPath: '/',
  assetsBuildDirectory: '',
  future: {},
  isSpaMode: false,
} as unknown as ServerBuild;

const handle = createRequestHandler(build, 'production');
createServer(getRequestListener((request) => handle(request))).listen(Number(port), '127.0.0.1', () =>
  process.send?.('listening'),
);
