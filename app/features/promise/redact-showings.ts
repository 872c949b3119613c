import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { parseQuoteId } from './quote-id.ts';

/**
 * Deletes the rate requests that the quote ids belong to, with everything that was shown in answer. An answer that others were shown
 * too stays, for their orders.
 */
export async function redactShowings(
  transaction: Prisma.TransactionClient,
  shop: ShopDomain,
  quoteIds: readonly string[],
): Promise<void> {
  const callbackIds = quoteIds.flatMap((quoteId) => parseQuoteId(quoteId)?.callbackId ?? []);
  const shown = { shop, callbackId: { in: callbackIds } };
  const answers = await transaction.showing.findMany({ where: shown, select: { answerId: true } });
  await transaction.showing.deleteMany({ where: shown });
  await transaction.callback.deleteMany({ where: { shop, id: { in: callbackIds } } });
  const answerIds = answers.map(({ answerId }) => answerId);
  const others = await transaction.showing.findMany({
    where: { shop, answerId: { in: answerIds } },
    distinct: ['answerId'],
    select: { answerId: true },
  });
  const shared = new Set(others.map(({ answerId }) => answerId));
  const own = answerIds.filter((answerId) => !shared.has(answerId));
  await transaction.shownRate.deleteMany({ where: { shop, answerId: { in: own } } });
  await transaction.rateAnswer.deleteMany({ where: { shop, id: { in: own } } });
}
