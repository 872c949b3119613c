import type { Severity } from '#app/features/activity/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { HealthDependencies } from './dependencies.ts';
import { toTold } from './to-told.ts';
import type { OpenProblem } from './types.ts';

const ORDER: Record<Severity, number> = { critical: 0, warning: 1, info: 2 };

/** What is wrong now, the worst first, then the oldest. */
export async function readProblems(
  { problems }: Pick<HealthDependencies, 'problems'>,
  shop: ShopDomain,
): Promise<OpenProblem[]> {
  const open = await problems.list(shop);
  return open
    .toSorted((one, other) => ORDER[one.severity] - ORDER[other.severity])
    .map((problem) => ({
      ...toTold(problem),
      severity: problem.severity,
      raisedAt: problem.raisedAt.toISOString(),
    }));
}
