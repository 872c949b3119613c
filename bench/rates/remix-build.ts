/**
 * A Remix app of one resource route that does the same work, for `remix-serve`, the server that Shopify's Remix template runs on.
 * BENCH_SECRET signs, BENCH_ANSWER is a file with the answer's JSON.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';

const secret = process.env.BENCH_SECRET ?? '';
const answer: unknown = JSON.parse(readFileSync(process.env.BENCH_ANSWER ?? '', 'utf8'));

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

export const entry = { module: { default: () => new Response(null, { status: 404 }) } };
export const routes = { rates: { id: 'rates', path: 'carrier-rates/:token', module: { action } } };
export const assets = { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' };
export const publicPath = '/build/';
export const assetsBuildDirectory = 'build/client';
export const future = { v3_singleFetch: true };
export const isSpaMode = false;
