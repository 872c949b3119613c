import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type SignatureForm, verifyOneStockSignature } from '#app/gateways/onestock/index.ts';

const BODY = Buffer.from('{"order_id":"1001","new_state":"fulfilled"}');
const NOW = new Date('2026-03-02T09:00:00Z');
const TIME = NOW.getTime() / 1_000;
const MINUTE_MS = 60_000;

const signed = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex');
const bodySignature = (key: string, time: number | string = TIME) => signed(key, `${time}.${BODY}`);

function accepts(
  header: string | null,
  { keys = ['ours'], form = 'body' as SignatureForm, body = BODY, now = NOW } = {},
): boolean {
  return verifyOneStockSignature(header, body, keys, { now, form, maxAgeMs: 5 * MINUTE_MS });
}

describe('a message of OneStock', () => {
  it.each([',', '.', ', '])('is accepted with its parts separated by “%s”', (separator) => {
    expect(accepts([`t=${TIME}`, `h0=${bodySignature('ours')}`].join(separator))).toBe(true);
  });

  it('is accepted while a key is rotated, whichever side knows the new one first', () => {
    const [oldest, older, newest] = ['oldest', 'older', 'newest'];
    const theirs = [newest, older, oldest].map((key, age) => `h${age}=${bodySignature(key)}`);
    const header = [`t=${TIME}`, ...theirs].join(',');
    for (const key of [oldest, older, newest]) {
      expect(accepts(header, { keys: [key] })).toBe(true);
      expect(accepts(header, { keys: ['not theirs yet', key] })).toBe(true);
      expect(accepts(`t=${TIME},h0=${bodySignature(key)}`, { keys: [newest, older, oldest] })).toBe(true);
    }
  });

  it.each([
    [
      'with another body',
      () => accepts(`t=${TIME},h0=${bodySignature('ours')}`, { body: Buffer.from('{}') }),
    ],
    ['with another time', () => accepts(`t=${TIME + 1},h0=${bodySignature('ours')}`)],
    ['under a foreign key', () => accepts(`t=${TIME},h0=${bodySignature('theirs')}`)],
    ['when no key is known', () => accepts(`t=${TIME},h0=${bodySignature('ours')}`, { keys: [] })],
    ['without a header', () => accepts(null)],
    ['with an empty header', () => accepts('')],
    ['without a time', () => accepts(`h0=${bodySignature('ours', '')}`)],
    ['without a signature', () => accepts(`t=${TIME}`)],
    ['with a signature cut short', () => accepts(`t=${TIME},h0=${bodySignature('ours').slice(0, 62)}`)],
    ['with a time that is no number', () => accepts(`t=now,h0=${bodySignature('ours', 'now')}`)],
    [
      'behind more text than any signature has',
      () => accepts(`${'x,'.repeat(1_000)}t=${TIME},h0=${bodySignature('ours')}`),
    ],
  ])('is refused %s', (_, verdict) => {
    expect(verdict()).toBe(false);
  });

  it.each([
    [0, true],
    [5 * MINUTE_MS, true],
    [-5 * MINUTE_MS, true],
    [5 * MINUTE_MS + 1, false],
    [-5 * MINUTE_MS - 1, false],
  ])('that was signed %i ms ago is accepted: %s', (ageMs, verdict) => {
    const header = `t=${TIME},h0=${bodySignature('ours')}`;
    expect(accepts(header, { now: new Date(NOW.getTime() + ageMs) })).toBe(verdict);
  });

  it('that is signed by its time alone is accepted only where that is allowed', () => {
    const header = `t=${TIME},h0=${signed('ours', String(TIME))}`;
    expect(accepts(header)).toBe(false);
    expect(accepts(header, { form: 'body_or_timestamp' })).toBe(true);
    expect(accepts(header, { form: 'body_or_timestamp', keys: ['theirs'] })).toBe(false);
    expect(
      accepts(`t=${TIME},h0=${bodySignature('ours')}`, { form: 'body_or_timestamp' }),
      'the safer form stays good',
    ).toBe(true);
  });
});
