import { createServer, type RequestListener } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { type ListeningServer, listen } from '#sandbox/admin/listen.ts';
import { startProxy } from '#sandbox/admin/proxy.ts';

const open: ListeningServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const REPLACEMENTS = new Map([['https://admin.shopify.com', 'http://127.0.0.1:1']]);

/** GIVEN an app that answers so, behind the proxy. */
async function proxyBefore(app: RequestListener): Promise<string> {
  const server = await listen(createServer(app), 0);
  const proxy = await startProxy({ port: 0, target: () => server.url, replacements: REPLACEMENTS });
  open.push(server, proxy);
  return proxy.url;
}

test('redirects and frame policy name the simulated admin', async () => {
  const url = await proxyBefore((_request, response) => {
    response.writeHead(302, {
      location: 'https://admin.shopify.com/store/demo/apps/id',
      'content-security-policy': 'frame-ancestors https://demo.myshopify.com https://admin.shopify.com;',
    });
    response.end();
  });
  const answer = await fetch(url, { redirect: 'manual' });
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe('http://127.0.0.1:1/store/demo/apps/id');
  expect(answer.headers.get('content-security-policy')).toContain('http://127.0.0.1:1;');
});

test('a streamed document arrives piece by piece', async () => {
  let finish = () => {};
  const url = await proxyBefore((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.write('<p>first https://admin.shopify.com</p>');
    finish = () => response.end('<p>second</p>');
  });
  const reader = (await fetch(url)).body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toBe('<p>first http://127.0.0.1:1</p>');
  finish();
  expect((await reader?.read())?.value).toBe('<p>second</p>');
});

test('data passes untouched, in both directions, and so does what is encoded', async () => {
  const url = await proxyBefore((request, response) => {
    if (request.method === 'POST') {
      response.writeHead(201, { 'content-type': request.headers['content-type'] });
      request.pipe(response);
    } else {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'br' });
      response.end(brotliCompressSync('https://admin.shopify.com'));
    }
  });
  const body = new Uint8Array([0, 255, 128, 10]);
  const headers = { 'content-type': 'application/json' };
  const posted = await fetch(url, { method: 'POST', body, headers });
  expect(posted.status).toBe(201);
  expect(await posted.bytes()).toEqual(body);
  expect(await (await fetch(url)).text()).toBe('https://admin.shopify.com');
});

test('a browser that goes away ends the app’s work for it', async () => {
  const ended = Promise.withResolvers<void>();
  const url = await proxyBefore((request, response) => {
    request.socket.on('close', () => ended.resolve());
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.write('begun');
  });
  const abort = new AbortController();
  await fetch(url, { signal: abort.signal });
  abort.abort();
  await ended.promise;
});

test('an app that is not there is answered 502, and the proxy goes on', async () => {
  const gone = await listen(createServer(), 0);
  await gone.close();
  const proxy = await startProxy({ port: 0, target: () => gone.url, replacements: REPLACEMENTS });
  open.push(proxy);
  for (const attempt of [1, 2]) {
    const answer = await fetch(proxy.url);
    expect([attempt, answer.status]).toEqual([attempt, 502]);
  }
});
