import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifyHmacBase64 } from '#app/platform/crypto/index.ts';

const body = Buffer.from('{"id":1,"name":"é"}');
const sign = (secret: string, over: Uint8Array = body) =>
  createHmac('sha256', secret).update(over).digest('base64');

describe('verifyHmacBase64', () => {
  it('accepts the signature of the current secret and of the previous one', () => {
    expect(verifyHmacBase64(body, sign('current'), ['current', 'previous'])).toBe(true);
    expect(verifyHmacBase64(body, sign('previous'), ['current', 'previous'])).toBe(true);
  });

  it('refuses a signature made with another secret, or over other bytes', () => {
    expect(verifyHmacBase64(body, sign('other'), ['current'])).toBe(false);
    expect(verifyHmacBase64(Buffer.from('{"id":1,"name":"e"}'), sign('current'), ['current'])).toBe(false);
  });

  it('signs bytes, not text: what is no UTF-8 is verified too', () => {
    const bytes = Uint8Array.from([0xff, 0x00, 0xfe]);
    expect(verifyHmacBase64(bytes, sign('current', bytes), ['current'])).toBe(true);
  });

  it.each([
    ['no header', null],
    ['an empty header', ''],
    ['a header cut short', sign('current').slice(0, -1)],
    ['a header too long', `${sign('current')}=`],
    ['the signature in hexadecimal', Buffer.from(sign('current'), 'base64').toString('hex')],
    ['what is not base64', '☃'.repeat(44)],
  ])('refuses %s without throwing', (_, header) => {
    expect(verifyHmacBase64(body, header, ['current'])).toBe(false);
  });

  it('refuses everything when there is no secret', () => {
    expect(verifyHmacBase64(body, sign(''), [])).toBe(false);
  });
});
