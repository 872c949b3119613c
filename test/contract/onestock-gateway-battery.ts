import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createOneStockGateway,
  type HostPolicy,
  type OneStockConnection,
  type OneStockGateway,
} from '#app/gateways/onestock/index.ts';
import { systemClock } from '#app/platform/clock.ts';

/** A OneStock site, and something of it to ask about. */
export interface SiteUnderTest {
  connection: OneStockConnection;
  policy: HostPolicy;
  itemId: string;
  home: { deliveryMethod: string; country: string; zipCode?: string };
  /** Asked in the store that collects first in the list of endpoints; left out where the site collects nowhere. */
  collectMethod?: string;
  close(): Promise<void>;
}

const STATUSES = ['valid', 'valid_estimation', 'partial', 'partial_estimation', 'none'];

/**
 * What the gateway counts on, asked of a site over real HTTP. It only reads, and holds for any site: run it against
 * the simulator to keep the gateway honest, and against a real site to keep the simulator honest.
 */
export function describeOneStockSite(name: string, open: () => Promise<SiteUnderTest>): void {
  describe(name, () => {
    let site: SiteUnderTest;
    let gateway: OneStockGateway;

    beforeAll(async () => {
      site = await open();
      gateway = createOneStockGateway({
        log: pino({ level: 'silent' }),
        clock: systemClock,
        policy: site.policy,
      });
    });

    afterAll(async () => {
      await gateway?.close();
      await site?.close();
    });

    it('accepts its own credentials', async () => {
      expect(await gateway.check(site.connection)).toMatchObject({ value: undefined });
    });

    it('refuses a wrong password, and says that the credentials are wrong', async () => {
      const answer = await gateway.check({ ...site.connection, password: 'surely not the password' });
      expect(answer._unsafeUnwrapErr()).toMatchObject({
        code: 'onestock_credentials_refused',
        retryable: false,
      });
    });

    it.each(['orders', 'parcels', 'endpoints', 'sales_channels', 'delivery_configs'] as const)(
      'tells by a read that changes nothing that %s may be used',
      async (resource) => {
        expect(await gateway.probe(site.connection, resource)).toMatchObject({ value: undefined });
      },
    );

    it('lists sales channels, delivery configs and ruleset chainings with an id and a name', async () => {
      for (const list of [
        gateway.salesChannels(site.connection),
        gateway.deliveryConfigs(site.connection),
        gateway.rulesetChainings(site.connection),
      ]) {
        const things = (await list)._unsafeUnwrap();
        expect(things.length).toBeGreaterThan(0);
        for (const thing of things)
          expect(thing).toEqual({ id: expect.any(String), name: expect.any(String) });
      }
    });

    it('lists every endpoint once, some of them with country and coordinates', async () => {
      const endpoints = (await gateway.endpoints(site.connection))._unsafeUnwrap();
      expect(new Set(endpoints.map(({ id }) => id)).size).toBe(endpoints.length);
      expect(endpoints.some(({ isStore }) => isStore)).toBe(true);
      const placed = endpoints.filter(
        ({ latitude, longitude }) => latitude !== undefined && longitude !== undefined,
      );
      expect(placed.length).toBeGreaterThan(0);
      expect(placed.some(({ country }) => /^[A-Z]{2}$/.test(country ?? ''))).toBe(true);
    });

    it('answers a promise for a home delivery, dated when it is valid', async () => {
      const { deliveryMethod, country, zipCode } = site.home;
      const answer = await gateway.deliveryPromises(site.connection, {
        lines: [{ itemId: site.itemId, quantity: 1 }],
        basketTotal: 49.9,
        options: [{ deliveryMethod, kind: 'home', location: { country, zipCode } }],
      });
      const { promises, requestId } = answer._unsafeUnwrap();
      expect(requestId).toMatch(/^[0-9a-f]{24}$/);
      expect(promises.map((promise) => promise.deliveryMethod)).toEqual([deliveryMethod]);
      const [promise] = promises;
      expect(STATUSES).toContain(promise?.status);
      expect(promise?.option).toMatchObject({ delivery_method: deliveryMethod, status: promise?.status });
      if (promise?.status !== 'valid') return;
      expect(promise.cutoff?.getTime()).toBeGreaterThan(Date.now());
      expect(promise.etaStart?.getTime()).toBeGreaterThan(promise.cutoff?.getTime() ?? Number.NaN);
      expect(promise.etaEnd?.getTime()).toBeGreaterThanOrEqual(promise.etaStart?.getTime() ?? Number.NaN);
    });

    it('answers a promise for a store with the id of that store', async ({ skip }) => {
      const { collectMethod } = site;
      const stores = (await gateway.endpoints(site.connection))._unsafeUnwrap();
      const store = stores.find(({ collects, open: isOpen }) => collects && isOpen);
      if (collectMethod === undefined || store === undefined) return skip('this site collects nowhere');
      const answer = await gateway.deliveryPromises(site.connection, {
        lines: [{ itemId: site.itemId, quantity: 1 }],
        options: [{ deliveryMethod: collectMethod, kind: 'collect', endpointId: store.id }],
      });
      const [promise] = answer._unsafeUnwrap().promises;
      expect(promise).toMatchObject({ deliveryMethod: collectMethod, endpointId: store.id });
    });
  });
}
