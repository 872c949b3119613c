import { err, ok, type Result } from 'neverthrow';
import type { DeliveryOption, DeliveryOptions } from '#app/features/delivery-options/index.ts';
import type { OneStockAccounts } from '#app/features/onestock-account/index.ts';
import type { ShownRates } from '#app/features/promise/index.ts';
import type { Shop } from '#app/features/shops/index.ts';
import type { OneStockError, OneStockGateway } from '#app/gateways/onestock/index.ts';
import { askAgain } from './ask-again.ts';
import { ATTEMPTS_TO_ASK } from './ask-for-delivery.ts';
import { deliveryGroups } from './delivery-groups.ts';
import { findEvidence } from './find-evidence.ts';
import { resolveGroup, type Verdict } from './resolve-group.ts';
import type { DeliveryGroup, GroupAnswer, Order, ResolvedGroup } from './types.ts';

export interface AnswerDependencies {
  shownRates: ShownRates;
  oneStockAccounts: Pick<OneStockAccounts, 'account'>;
  deliveryOptions: Pick<DeliveryOptions, 'listAll'>;
  oneStock: OneStockGateway;
}

/** What every group of one run shares. */
interface Run {
  dependencies: AnswerDependencies;
  shop: Shop;
  order: Order;
  options: readonly DeliveryOption[];
  earlier: readonly ResolvedGroup[];
  isOnlyGroup: boolean;
  attempt: number;
}

/**
 * Finds the answer of every delivery group of the order.
 *
 * @param earlier what was found in earlier runs; see {@link answerGroup}
 * @param attempt which try of the order's job this is; the first is 1
 * @returns an error when OneStock did not answer and is to be asked again; after five attempts such a group has no promise
 */
export async function answerGroups(
  dependencies: AnswerDependencies,
  shop: Shop,
  order: Order,
  earlier: readonly ResolvedGroup[],
  attempt: number,
): Promise<Result<ResolvedGroup[], OneStockError>> {
  const groups = deliveryGroups(order, shop.fingerprintSalt);
  const options = await dependencies.deliveryOptions.listAll(shop.domain);
  const run: Run = { dependencies, shop, order, options, earlier, isOnlyGroup: groups.length === 1, attempt };
  const resolved: ResolvedGroup[] = [];
  for (const group of groups) {
    const answer = await answerGroup(run, group);
    if (answer.isErr()) return err(answer.error);
    if (answer.value === null) continue;
    const { fulfillmentOrderId, code } = group;
    resolved.push({ ...answer.value, fulfillmentOrderId, code });
  }
  return ok(resolved);
}

/**
 * A group keeps the answer that it was given before, under the same fulfillment order and code, so that a repeated event ends in the same
 * metafields although OneStock would answer otherwise by now. For the same reason an order that was answered before it was routed keeps that
 * promise, if it is routed as one group and OneStock would have to be asked: whatever OneStock says now, and though what was shown counts for
 * another time by now. Null for what opens later and of which nothing was shown.
 */
async function answerGroup(
  run: Run,
  group: DeliveryGroup,
): Promise<Result<GroupAnswer | null, OneStockError>> {
  const { dependencies, shop, order, options, earlier } = run;
  const ofSameCode = earlier.filter(({ code }) => code === group.code);
  const kept = ofSameCode.find(({ fulfillmentOrderId }) => fulfillmentOrderId === group.fulfillmentOrderId);
  if (kept) return ok(kept);

  const evidence = await findEvidence(dependencies.shownRates, shop, order, group, options);
  const verdict = resolveGroup(group, evidence);
  if ('answer' in verdict) return ok(verdict.answer);

  // Of what opens later nobody was told anything yet: OneStock is asked when it opens.
  if (group.isScheduled) return ok(null);
  const answered = run.isOnlyGroup && ofSameCode.find(({ promise }) => promise !== null);
  return answered ? ok(answered) : ask(run, group, verdict);
}

async function ask(
  { dependencies, shop, attempt }: Run,
  group: DeliveryGroup,
  { ask: chosen, notCounted }: Extract<Verdict, { ask: unknown }>,
): Promise<Result<GroupAnswer, OneStockError>> {
  const connection = await dependencies.oneStockAccounts.account(shop.domain);
  const asked = await askAgain(dependencies.oneStock, connection, shop.itemIdSource, group, chosen);
  const because = notCounted && { notCounted };
  if (asked.isOk()) return ok({ ...asked.value, ...because });
  const { code: reasonCode, retryable } = asked.error;
  if (retryable && attempt < ATTEMPTS_TO_ASK) return err(asked.error);
  const { endpointId } = chosen;
  return ok({ source: 'none', quoteId: null, endpointId, promise: null, reasonCode, ...because });
}
