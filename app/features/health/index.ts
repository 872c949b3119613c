import type { ShopDomain } from '#app/platform/tenant.ts';
import type { HealthDependencies } from './dependencies.ts';
import { countAttention, readAttention, summarizeAttention } from './read-attention.ts';
import { readCheckout } from './read-checkout.ts';
import { readReport } from './read-report.ts';
import { readSetup } from './read-setup.ts';
import { settleAttention } from './settle-attention.ts';
import type { AttentionEntry, AttentionSummary, CheckoutHealth, HealthReport, Setup } from './types.ts';

export type { RemedyHandler, RemedyHandlers } from './remedy-handlers.ts';
export type * from './types.ts';

/** Whether shoppers get promises, and what is in the way. A shop that is not known yet has nothing set up and no answers. */
export interface Health {
  /** See {@link readSetup}. */
  setup(shop: ShopDomain): Promise<Setup>;
  /** See {@link readAttention}. */
  attention(shop: ShopDomain): Promise<AttentionEntry[]>;
  /** See {@link countAttention}. */
  countAttention(shop: ShopDomain): Promise<number>;
  /** See {@link summarizeAttention}. */
  attentionSummary(shop: ShopDomain): Promise<AttentionSummary>;
  /** See {@link settleAttention}. */
  retry(shop: ShopDomain, keys: readonly string[]): Promise<number>;
  /** See {@link settleAttention}. */
  dismiss(shop: ShopDomain, keys: readonly string[]): Promise<number>;
  /** See {@link readReport}. */
  report(shop: ShopDomain): Promise<HealthReport>;
  /** See {@link readCheckout}. */
  checkout(shop: ShopDomain): Promise<CheckoutHealth>;
}

export function createHealth(dependencies: HealthDependencies): Health {
  return {
    setup: (shop) => readSetup(dependencies, shop),
    attention: (shop) => readAttention(dependencies, shop),
    countAttention: (shop) => countAttention(dependencies, shop),
    attentionSummary: (shop) => summarizeAttention(dependencies, shop),
    retry: (shop, keys) => settleAttention(dependencies, shop, keys, 'retry'),
    dismiss: (shop, keys) => settleAttention(dependencies, shop, keys, 'dismiss'),
    report: (shop) => readReport(dependencies, shop),
    checkout: (shop) => readCheckout(dependencies, shop),
  };
}
