import type { ToldProblem } from '#app/features/activity/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { FAILING, LIMITED } from './check-account.ts';
import type { ConnectionDependencies } from './dependencies.ts';

/** How the account in use was doing when it was last looked at. */
export interface AccountStanding {
  hasAccount: boolean;
  /** `none`: no account was seen to work yet. The others are what the last check found. */
  state: 'none' | 'works' | 'limited' | 'fails';
  /** What the last check found wrong. */
  fault: ToldProblem | null;
  checkedAt: Date | null;
}

/** The standing of the shop's account, as it is kept. Asks no outside system. */
export async function readAccountStanding(
  { database: { prisma }, problems }: Pick<ConnectionDependencies, 'database' | 'problems'>,
  shop: ShopDomain,
): Promise<AccountStanding> {
  const row = await prisma.oneStockConnection.findUnique({
    where: { shop, owner: { uninstalledAt: null } },
    select: { checkedAt: true },
  });
  if (!row) return { hasAccount: false, state: 'none', fault: null, checkedAt: null };
  const { checkedAt } = row;
  const found = await problems.list(shop);
  const failing = found.find(({ key }) => key === FAILING);
  const limited = found.find(({ key }) => key === LIMITED);
  const state = checkedAt === null ? 'none' : failing ? 'fails' : limited ? 'limited' : 'works';
  return { hasAccount: true, state, fault: failing ?? limited ?? null, checkedAt };
}
