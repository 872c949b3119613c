import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replaceAll, rewriting } from '#sandbox/admin/rewrite.ts';

const REPLACEMENTS = new Map([
  ['https://cdn.shopify.com/app-bridge.js', '/app-bridge.js'],
  ['https://admin.shopify.com', 'http://127.0.0.1:1'],
]);

const pieces = fc.array(
  fc.oneof(fc.constantFrom(...REPLACEMENTS.keys(), 'https://', 'https://admin', 'é', '漢'), fc.string()),
);

test('a page reads the same whatever chunks it came in, and other bytes stay as they were', async () => {
  await fc.assert(
    fc.asyncProperty(pieces, fc.array(fc.integer({ min: 1, max: 40 })), async (texts, sizes) => {
      const whole = Buffer.from(texts.join(''));
      const stream = rewriting(REPLACEMENTS);
      const received = buffer(stream);
      for (const chunk of cut(whole, sizes)) stream.write(chunk);
      stream.end();
      expect(String(await received)).toBe(replaceAll(String(whole), REPLACEMENTS));
    }),
  );
});

test('nothing is held back that cannot begin an address to be replaced', () => {
  const stream = rewriting(REPLACEMENTS);
  stream.write('<p>shown at once</p>');
  expect(String(stream.read())).toBe('<p>shown at once</p>');
  stream.write('<a href="https://adm');
  expect(String(stream.read())).toBe('<a href="');
});

function* cut(whole: Buffer, sizes: number[]): Generator<Buffer> {
  let start = 0;
  for (const size of sizes) {
    yield whole.subarray(start, start + size);
    start += size;
  }
  yield whole.subarray(start);
}
