import { describe, expect, it, vi } from 'vitest';
import type { Database } from '#app/platform/database/client.ts';
import { checkoutDoor } from '#test/support/checkout-door.ts';
import { NEVER } from '#test/support/ladder-in-time.ts';
import { deliveryOption, rateRequestJson, SHOP, snapshot } from '#test/support/rate-requests.ts';

type Door = ReturnType<typeof checkoutDoor>;

/** Waits until all that the last request left to be written is written. */
async function settle({ query, promises }: Door): Promise<number> {
  await vi.waitUntil(() => query.mock.calls.some(([{ text }]) => text.includes('shown_rate')));
  await promises.close();
  return query.mock.calls.length;
}

describe('the database, at the checkout door', () => {
  it('is neither read nor written before the answer on a memory hit; the rows go out afterwards', async () => {
    const door = checkoutDoor();
    expect((await door.ask()).statements).toBeGreaterThan(0);
    const before = await settle(door);
    const again = await door.ask();
    expect(again).toMatchObject({ status: 200, statements: 0, rates: [{ service_code: 'STANDARD' }] });
    expect(door.trace().rung).toBe('memory');
    expect(await settle(door)).toBe(before + 1);
    expect(door.obstacles.raise).not.toHaveBeenCalled();
  });

  it('frozen keeps nobody from an answer: OneStock is asked, and then memory answers', async () => {
    const pool = { query: vi.fn(() => NEVER) };
    const { ask, trace } = checkoutDoor({ database: { pool } as unknown as Database });
    expect((await ask()).rates).toHaveLength(1);
    expect(trace().rung).toBe('onestock');
    expect((await ask()).rates).toHaveLength(1);
    expect(trace().rung).toBe('memory');
  });
});

describe('an option priced in another currency than the shop’s', () => {
  const dollars = deliveryOption({ handle: 'DOLLARS', currency: 'USD' });

  it('is left out, not relabelled, and raises an obstacle that names it', async () => {
    const { ask, obstacles } = checkoutDoor({ shop: snapshot([deliveryOption(), dollars]) });
    const { rates } = await ask();
    expect(rates?.map(({ service_code, currency }) => [service_code, currency])).toEqual([
      ['STANDARD', 'EUR'],
    ]);
    await vi.waitFor(() => expect(obstacles.raise).toHaveBeenCalledOnce());
    expect(obstacles.raise.mock.calls[0]).toEqual([
      SHOP,
      {
        subject: { kind: 'shop', id: '' },
        source: 'currency_mismatch',
        severity: 'warning',
        causes: [{ code: 'currency_mismatch', params: { currency: 'EUR', options: 'DOLLARS' } }],
        remedies: ['open'],
      },
    ]);
  });

  it('raises it from memory hits too, and the obstacle goes when the option is put right', async () => {
    const shop = snapshot([deliveryOption(), dollars]);
    const { ask, obstacles, promises } = checkoutDoor({ shop });
    await ask();
    await ask();
    await vi.waitFor(() => expect(obstacles.raise).toHaveBeenCalledOnce());
    shop.options = [deliveryOption()];
    promises.snapshots.renew(SHOP);
    await vi.waitFor(async () => {
      await ask();
      expect(obstacles.clear).toHaveBeenCalledWith(SHOP, {
        subject: { kind: 'shop', id: '' },
        source: 'currency_mismatch',
      });
    });
  });
});

describe('a failing signature at the secret address of the shop', () => {
  const wrong = { headers: { 'x-shopify-hmac-sha256': 'd3Jvbmc=' } };
  const SIGNATURE = { subject: { kind: 'carrier_service', id: '' }, source: 'carrier_signature' };
  const raised = [SHOP, expect.objectContaining(SIGNATURE)];

  it('is refused, raises an obstacle, and the obstacle goes with the next one that is right', async () => {
    const { ask, obstacles } = checkoutDoor();
    expect((await ask(rateRequestJson(), wrong)).status).toBe(401);
    await vi.waitFor(() => expect(obstacles.raise.mock.calls).toEqual([raised]));
    await ask();
    await vi.waitFor(() => expect(obstacles.clear).toHaveBeenCalledWith(SHOP, SIGNATURE));
  });

  it('is answered in report mode, and raises the obstacle all the same', async () => {
    const { ask, obstacles } = checkoutDoor({
      shop: snapshot([deliveryOption()], { signatureMode: 'report' }),
    });
    expect((await ask(rateRequestJson(), wrong)).rates).toHaveLength(1);
    await vi.waitFor(() => expect(obstacles.raise.mock.calls).toEqual([raised]));
  });

  it('raises nothing where the path token is not the shop’s, in report mode neither', async () => {
    const { ask, obstacles, promises } = checkoutDoor({
      shop: snapshot([deliveryOption()], { signatureMode: 'report' }),
    });
    const noted = vi.spyOn(promises, 'noteSignature');
    expect((await ask(rateRequestJson(), { ...wrong, token: 'guessed' })).status).toBe(404);
    expect(noted).not.toHaveBeenCalled();
    expect(obstacles.raise).not.toHaveBeenCalled();
  });
});

describe('the trace of an answer', () => {
  it('says of each option where it came from, or why it is not there', async () => {
    const { ask, trace } = checkoutDoor({
      shop: snapshot([
        deliveryOption(),
        deliveryOption({ handle: 'ALWAYS', fallbackOnly: true }),
        deliveryOption({ handle: 'GERMANY', countries: ['DE'] }),
      ]),
    });
    await ask();
    expect(trace()).toMatchObject({
      rung: 'onestock',
      status: 200,
      rateCount: 2,
      failure: null,
      options: [
        { code: 'GERMANY', kept: false, reason: 'country_not_served', rung: 'none' },
        { code: 'STANDARD', kept: true, reason: 'promised', rung: 'onestock' },
        { code: 'ALWAYS', kept: true, reason: 'fallback_only', rung: 'fallback' },
      ],
    });
  });

  it('says why OneStock could not be used, in the merchant’s words', async () => {
    const { ask, trace } = checkoutDoor({
      reply: () => ({ code: 'onestock_failed', message: 'OneStock failed.' }),
    });
    await ask();
    expect(trace().failure).toEqual({ code: 'onestock_failed', message: 'OneStock failed.' });
  });

  it('is kept of a request that is none', async () => {
    const { send, trace } = checkoutDoor();
    await send('{"rates":[]}');
    expect(trace()).toMatchObject({
      status: 400,
      rung: 'none',
      failure: { code: 'not_a_rate_request' },
    });
  });
});
