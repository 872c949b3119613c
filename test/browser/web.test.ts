import { createServer } from 'node:http';
import { afterAll, describe, expect, test } from 'vitest';
import { openRemixBuild } from '#app/remix-build.ts';
import { USER_AGENT } from '#test/support/browser.ts';
import { SHOP, startEmbeddedApp } from '#test/support/embedded-app.ts';
import { pageServices } from '#test/support/page-services.ts';

const app = await startEmbeddedApp(pageServices(), {
  endpoints: (endpoints) => endpoints.get('/app/taken', (c) => c.text('an endpoint')),
});
afterAll(() => app.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${app.target}${path}`, { redirect: 'manual', headers: { 'User-Agent': USER_AGENT, ...headers } });

/** The address of a script that the page loads. */
async function scriptPath(): Promise<string> {
  const page = await (await get('/')).text();
  return /\/assets\/[\w.-]+\.js/.exec(page)?.[0] ?? '';
}

describe('what the web process answers', () => {
  test('an endpoint answers before any page', async () => {
    expect(await (await get('/app/taken')).text()).toBe('an endpoint');
  });

  test('files of the pages are compressed beforehand and never asked for again', async () => {
    const path = await scriptPath();
    const plain = await get(path, { 'Accept-Encoding': 'identity' });
    const compressed = await get(path, { 'Accept-Encoding': 'br' });
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(compressed.headers.get('content-encoding')).toBe('br');
    expect(await compressed.text()).toBe(await plain.text());
  });

  test('a file that is not there is a plain 404, which nobody keeps', async () => {
    const answer = await get('/assets/gone.js');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('cache-control')).toBeNull();
  });

  test('an unknown page says so', async () => {
    const answer = await get('/unknown');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('This page does not exist');
  });
});

test('a body larger than any page sends is refused before it is read, announced or not', async () => {
  const large = 'x'.repeat(2_000_001);
  const streamed = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(large));
      controller.close();
    },
  });
  for (const body of [large, streamed]) {
    const init = {
      method: 'POST',
      body,
      duplex: 'half' as const,
      headers: { 'User-Agent': USER_AGENT, Connection: 'close' },
    };
    expect((await fetch(`${app.target}/app/configuration`, init)).status).toBe(413);
  }
});

describe('the ways into the app', () => {
  test('Shopify opens it with the shop, and the query goes on whole', async () => {
    const answer = await get(`/?shop=${SHOP}&host=abc&id_token=x`);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(`/app?shop=${SHOP}&host=abc&id_token=x`);
  });

  test('whoever comes without a shop is sent to the Shopify admin, and is asked for no domain', async () => {
    for (const path of ['/app', '/auth/login']) {
      let answer = await get(path);
      for (let hops = 0; answer.status === 302 && hops < 3; hops++) {
        answer = await get(answer.headers.get('location') ?? '');
      }
      const page = await answer.text();
      expect(page).toContain('Open this app from your Shopify admin.');
      expect(page).not.toContain('<form');
    }
  });

  test('a page may be framed by the shop’s admin, and by nobody else', async () => {
    const answer = await get(`/auth/session-token?shop=${SHOP}`);
    expect(answer.headers.get('content-security-policy')).toMatch(
      new RegExp(`^frame-ancestors https://${SHOP} https://admin\\.shopify\\.com `),
    );
  });
});

test('without built pages the web process ends with what to do', async () => {
  const config = { environment: 'production' as const, appUrl: 'http://localhost' };
  const opening = openRemixBuild(config, createServer(), new URL('never-built/', import.meta.url));
  await expect(opening).rejects.toMatchObject({ code: 'pages_not_built' });
});
