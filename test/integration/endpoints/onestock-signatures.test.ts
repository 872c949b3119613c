import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { oneStockWebhooks } from '#app/endpoints/webhooks/onestock.ts';
import { systemClock } from '#app/platform/clock.ts';
import { freshDatabase } from '#test/support/database.ts';
import { SHOP } from '#test/support/ties-under-test.ts';
import { hmac, message, now, oneStockWebhooksUnderTest } from './onestock-webhooks-under-test.ts';

const { database } = await freshDatabase();
const { prisma } = database;
const { door, asked, obstacles, events, signature, post } = await oneStockWebhooksUnderTest(database);

describe('a signature', () => {
  it.each([
    ['with full stops between its parts', (body: string) => signature(body).replaceAll(',', '.')],
    ['with spaces after the commas', (body: string) => signature(body).replaceAll(',', ', ')],
    [
      'by an older key beside one that is not known here',
      (body: string) => signature(body).replace(',h0=', `,h0=${hmac('newer', 'x')},h1=`),
    ],
    ['of six days ago', (body: string) => signature(body, { at: now() - 6 * 86_400 })],
  ])('%s is believed', async (_, header) => {
    const body = message();
    expect((await post(body, header(body))).status).toBe(202);
  });

  it.each([
    ['that is missing', () => null],
    ['that is empty', () => ''],
    ['of nothing', () => `t=${now()}`],
    ['by another key', (body: string) => signature(body, { key: 'another' })],
    ['of another body', (body: string) => signature(`${body} `)],
    ['of a time that was changed', (body: string) => signature(body).replace(/t=\d/, 't=2')],
    ['of eight days ago', (body: string) => signature(body, { at: now() - 8 * 86_400 })],
    ['of the time alone', () => `t=${now()},h0=${hmac(asked[0]?.hashKey ?? '', `${now()}`)}`],
    ['that never ends', (body: string) => `${signature(body)}${',h1=00'.repeat(1000)}`],
  ])('%s is refused with 401, keeps nothing, and is told to the merchant', async (_, header) => {
    const body = message();
    expect(await post(body, header(body))).toEqual({ status: 401, code: 'signature_invalid' });
    expect(await prisma.inboxEvent.count()).toBe(0);
    expect((await obstacles.list(SHOP)).map(({ source }) => source)).toEqual(['onestock_webhook_signature']);
  });

  it('of the time alone is believed where the shop says that its site signs so, for six hours', async () => {
    await prisma.shop.update({
      where: { domain: SHOP },
      data: { settings: { orders: { oneStockSignatureForm: 'timestamp' } } },
    });
    const timeAlone = (at: number) => `t=${at},h0=${hmac(asked[0]?.hashKey ?? '', `${at}`)}`;
    expect((await post(message(), timeAlone(now()))).status).toBe(202);
    expect((await post(message(), timeAlone(now() - 7 * 3_600))).status).toBe(401);
  });

  it('that is wrong again and again is reported once', async () => {
    let reports = 0;
    const handle = oneStockWebhooks({
      events: {
        senderOf: events().senderOf,
        reportSignature: async () => {
          reports += 1;
        },
      },
      receive: async () => ({ topic: 'other', state: 'received' }),
      clock: systemClock,
      log: pino({ level: 'silent' }),
    });
    const token = asked[0]?.url.split('/').at(-1) ?? '';
    for (let times = 0; times < 5; times++)
      expect((await handle(token, new Request(door.origin, { method: 'POST', body: '{}' }))).status).toBe(
        401,
      );
    expect(reports).toBe(1);
  });
});
