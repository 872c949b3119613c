import { setTimeout as pause } from 'node:timers/promises';
import type { CarrierService } from '#app/features/carrier-service/index.ts';
import type { OneStockGateway } from '#app/gateways/onestock/index.ts';
import type { Logger } from '#app/platform/log.ts';
import type { DeliveryPromises } from '../delivery-promises.ts';
import { readBusyShops } from './read-busy-shops.ts';
import { type RehearsalDependencies, rehearse } from './rehearse.ts';

/** The process listens after this, whatever it still waits for: the rest goes on beside the first requests. */
const PATIENCE_MS = 1000;

export interface WarmUpDependencies extends RehearsalDependencies {
  carrierService: Pick<CarrierService, 'pathTokens'>;
  oneStock: Pick<OneStockGateway, 'logIn'>;
  promises: Pick<DeliveryPromises, 'snapshots' | 'status' | 'noteSignature'>;
  log: Logger;
}

/**
 * Makes a new process ready for its first rate request, to be called before it listens. A rehearsal loads what any answer needs: compiled
 * code, Prisma's queries, connections to the database, formats. Then the shops that shoppers asked lately have their configuration read and
 * their login to OneStock done. Takes a second at most, and never fails: what is not ready is made so by the first request.
 */
export async function warmUp(dependencies: WarmUpDependencies): Promise<void> {
  const attempt = (work: Promise<unknown>) =>
    work.catch((error: Error) =>
      dependencies.log.warn({ err: error }, 'the first rate requests may be answered late'),
    );
  await Promise.race([
    Promise.all([attempt(rehearse(dependencies)), attempt(loadBusyShops(dependencies, attempt))]),
    pause(PATIENCE_MS),
  ]);
}

async function loadBusyShops(
  { carrierService, oneStock, promises, clock, database }: WarmUpDependencies,
  attempt: (work: Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  const load = async (token: string) => {
    const snapshot = await promises.snapshots.byCarrierToken(token);
    if (snapshot?.connection) await oneStock.logIn(snapshot.connection.account);
  };
  const shops = await readBusyShops(database.pool, clock.now());
  const tokens = await carrierService.pathTokens(shops);
  await Promise.all(tokens.map((token) => attempt(load(token))));
}
