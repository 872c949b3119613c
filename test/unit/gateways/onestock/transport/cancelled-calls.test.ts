import { describe, expect, it, vi } from 'vitest';
import { channels, connectionTo, gatewayFor, sendJson, startFakeSiteWithLogin } from '../fake-site.ts';

describe("the caller's signal", () => {
  it('ends a call under way, and its connection', async () => {
    let closed = false;
    const site = await startFakeSiteWithLogin((_, response) => {
      response.on('close', () => {
        closed = true;
      });
    });
    const { gateway } = gatewayFor([site.host]);
    const controller = new AbortController();
    const answer = gateway.salesChannels(connectionTo(site.origin), { signal: controller.signal });
    await vi.waitUntil(() => site.countOf('/v3/sales_channels') === 1);
    controller.abort();
    expect((await answer)._unsafeUnwrapErr()).toMatchObject({ code: 'onestock_cancelled', retryable: true });
    await vi.waitUntil(() => closed);
  });

  it('counts as a timeout when it is one', async () => {
    const site = await startFakeSiteWithLogin(() => {});
    const { gateway } = gatewayFor([site.host]);
    const answer = await gateway.salesChannels(connectionTo(site.origin), {
      signal: AbortSignal.timeout(50),
    });
    expect(answer._unsafeUnwrapErr().code).toBe('onestock_timeout');
  });

  it('that was given before the call lets nothing be asked', async () => {
    const site = await startFakeSiteWithLogin((_, response) => sendJson(response, channels));
    const { gateway } = gatewayFor([site.host]);
    await gateway.salesChannels(connectionTo(site.origin));
    const askedBefore = site.received.length;
    const answer = await gateway.salesChannels(connectionTo(site.origin), { signal: AbortSignal.abort() });
    expect(answer._unsafeUnwrapErr().code).toBe('onestock_cancelled');
    expect(site.received).toHaveLength(askedBefore);
  });
});

it('closing the gateway ends the calls under way', async () => {
  const site = await startFakeSiteWithLogin(() => {});
  const { gateway } = gatewayFor([site.host]);
  const answer = gateway.salesChannels(connectionTo(site.origin));
  await vi.waitUntil(() => site.countOf('/v3/sales_channels') === 1);
  await gateway.close();
  expect((await answer)._unsafeUnwrapErr().code).toBe('onestock_cancelled');
  expect((await gateway.salesChannels(connectionTo(site.origin)))._unsafeUnwrapErr().code).toBe(
    'onestock_cancelled',
  );
});
