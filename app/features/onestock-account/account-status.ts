import type { ObstacleMessage } from '#app/features/obstacles/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { OneStockAccountDependencies } from './dependencies.ts';
import { ONESTOCK_ACCOUNT } from './shape.ts';

/** How the account in use was doing when it was last looked at. */
export interface AccountStatus {
  hasAccount: boolean;
  /** `none`: no account was seen to work yet. The others are what the last check found. */
  state: 'none' | 'works' | 'limited' | 'fails';
  /** What the last check found wrong. */
  fault: ObstacleMessage | null;
  checkedAt: Date | null;
}

/** The status of the shop's account, as it is kept. Asks no outside system. */
export async function readAccountStatus(
  { database: { prisma }, obstacles }: Pick<OneStockAccountDependencies, 'database' | 'obstacles'>,
  shop: ShopDomain,
): Promise<AccountStatus> {
  const row = await prisma.oneStockConnection.findUnique({
    where: { shop, owner: { uninstalledAt: null } },
    select: { checkedAt: true },
  });
  if (!row) return { hasAccount: false, state: 'none', fault: null, checkedAt: null };
  const { checkedAt } = row;
  const found = await obstacles.of(shop, ONESTOCK_ACCOUNT);
  const failing = found.find(({ source }) => source === 'onestock_connection');
  const limited = found.find(({ source }) => source === 'onestock_access');
  const state = checkedAt === null ? 'none' : failing ? 'fails' : limited ? 'limited' : 'works';
  return { hasAccount: true, state, fault: messageOf(failing ?? limited), checkedAt };
}

function messageOf(obstacle: ObstacleMessage | undefined): ObstacleMessage | null {
  return obstacle ? { source: obstacle.source, causes: obstacle.causes } : null;
}
