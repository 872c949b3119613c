import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sealer } from '#app/platform/crypto/index.ts';

const oldKey = { id: 'old', key: randomBytes(32) };
const newKey = { id: 'new', key: randomBytes(32) };
const context = 'shop-a.myshopify.com:password';

describe('sealer', () => {
  it('opens what it sealed, whatever the text', () => {
    const { seal, open } = sealer([newKey]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plain, place) => {
        expect(open(seal(plain, place), place)).toBe(plain);
      }),
    );
  });

  it('writes with the first key and names it in the text', () => {
    expect(sealer([newKey, oldKey]).seal('secret', context)).toMatch(
      /^v1\.new\.[\w-]{16}\.[\w-]{22}\.[\w-]+$/,
    );
  });

  it('seals the same text differently each time', () => {
    const { seal } = sealer([newKey]);
    expect(seal('secret', context)).not.toBe(seal('secret', context));
  });

  it('still opens, after a rotation, what the former key sealed', () => {
    const sealed = sealer([oldKey]).seal('secret', context);
    expect(sealer([newKey, oldKey]).open(sealed, context)).toBe('secret');
  });

  it('says which key is missing when it was taken away', () => {
    const sealed = sealer([oldKey]).seal('secret', context);
    expect(() => sealer([newKey]).open(sealed, context)).toThrow(
      expect.objectContaining({ code: 'sealed_key_unknown', message: expect.stringContaining('"old"') }),
    );
  });

  it("does not open another shop's secret, or another field's", () => {
    const { seal, open } = sealer([newKey]);
    const sealed = seal('secret', context);
    for (const other of ['shop-b.myshopify.com:password', 'shop-a.myshopify.com:token', '']) {
      expect(() => open(sealed, other)).toThrow(expect.objectContaining({ code: 'sealed_text_invalid' }));
    }
  });

  it('does not open a text with any character changed', () => {
    const { seal, open } = sealer([newKey]);
    const sealed = seal('a secret of some length', context);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'B' ? 'C' : 'B'}${sealed.slice(at + 1)}`;
      // The last character of a base64url part can hold bits that mean nothing.
      if (bytesOf(changed) === bytesOf(sealed)) continue;
      expect(() => open(changed, context)).toThrow();
    }
  });

  it.each([
    ['nothing', ''],
    ['plain text', 'secret'],
    ['a tag cut short, which GCM would accept', shortenTag(sealer([newKey]).seal('secret', context))],
    ['a part too many', `${sealer([newKey]).seal('secret', context)}.AAAA`],
  ])('refuses %s', (_, text) => {
    expect(() => sealer([newKey]).open(text, context)).toThrow(
      expect.objectContaining({ code: 'sealed_text_invalid' }),
    );
  });
});

function bytesOf(sealed: string): string {
  const [version, id, ...parts] = sealed.split('.');
  return [version, id, ...parts.map((part) => Buffer.from(part, 'base64url').toString('hex'))].join('.');
}

function shortenTag(sealed: string): string {
  const parts = sealed.split('.');
  return parts.with(3, (parts[3] ?? '').slice(0, 8)).join('.');
}
