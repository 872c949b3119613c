import type { ShopDomain } from '#app/platform/tenant.ts';
import type { HealthDependencies } from './dependencies.ts';
import { readCheckout } from './read-checkout.ts';
import { readProblems } from './read-problems.ts';
import { readReport } from './read-report.ts';
import { readSetup } from './read-setup.ts';
import type { CheckoutHealth, HealthReport, OpenProblem, Setup } from './types.ts';

export type * from './types.ts';

/** Whether shoppers get promises, and what is in the way. A shop that is not known yet has nothing set up and no answers. */
export interface Health {
  /** See {@link readSetup}. */
  setup(shop: ShopDomain): Promise<Setup>;
  /** See {@link readProblems}. */
  problems(shop: ShopDomain): Promise<OpenProblem[]>;
  /** See {@link readReport}. */
  report(shop: ShopDomain): Promise<HealthReport>;
  /** See {@link readCheckout}. */
  checkout(shop: ShopDomain): Promise<CheckoutHealth>;
}

export function createHealth(dependencies: HealthDependencies): Health {
  return {
    setup: (shop) => readSetup(dependencies, shop),
    problems: (shop) => readProblems(dependencies, shop),
    report: (shop) => readReport(dependencies, shop),
    checkout: (shop) => readCheckout(dependencies, shop),
  };
}
