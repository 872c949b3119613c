import type { OwnedTable, ShopRemoval } from '#app/platform/database/owned-table.ts';
import { parseQuoteId } from './quote-id.ts';

const IN_BATCHES = { how: 'in_batches', column: 'shop' } as const satisfies ShopRemoval;

/**
 * An order is resolved from `shown_rate` and `showing`; a person looks back at `callback` and `rate_answer`. The quote ids that an order's
 * promise names lead to the rate requests, and these to everything that was shown in answer; an answer that others were shown too stays, for
 * their orders.
 */
export const TABLES: readonly OwnedTable[] = [
  {
    name: 'showing',
    expiry: { days: 30, expired: 'shown_at < $1' },
    shop: IN_BATCHES,
    customer: {
      async leadsTo({ showing }, shop, { quote = [] }) {
        const callback = quote.flatMap((quoteId) => parseQuoteId(quoteId)?.callbackId ?? []);
        const shown = await showing.findMany({
          where: { shop, callbackId: { in: callback } },
          select: { answerId: true },
        });
        const answers = shown.map(({ answerId }) => answerId);
        const others = await showing.findMany({
          where: { shop, answerId: { in: answers }, callbackId: { notIn: callback } },
          distinct: ['answerId'],
          select: { answerId: true },
        });
        const shared = new Set(others.map(({ answerId }) => answerId));
        return { callback, answer: answers.filter((answerId) => !shared.has(answerId)) };
      },
      async remove({ showing }, shop, { callback = [] }) {
        await showing.deleteMany({ where: { shop, callbackId: { in: [...callback] } } });
      },
    },
  },
  {
    name: 'shown_rate',
    expiry: { days: 30, expired: 'composed_at < $1' },
    shop: IN_BATCHES,
    customer: {
      async remove({ shownRate }, shop, { answer = [] }) {
        await shownRate.deleteMany({ where: { shop, answerId: { in: [...answer] } } });
      },
    },
  },
  {
    name: 'callback',
    expiry: { days: 7, expired: 'received_at < $1' },
    shop: IN_BATCHES,
    customer: {
      async remove(client, shop, { callback = [] }) {
        await client.callback.deleteMany({ where: { shop, id: { in: [...callback] } } });
      },
    },
  },
  {
    name: 'rate_answer',
    expiry: { days: 7, expired: 'composed_at < $1' },
    shop: IN_BATCHES,
    customer: {
      async remove({ rateAnswer }, shop, { answer = [] }) {
        await rateAnswer.deleteMany({ where: { shop, id: { in: [...answer] } } });
      },
    },
  },
  {
    name: 'answered_hour',
    expiry: { days: 90, expired: 'hour < $1' },
    customer: null,
    shop: IN_BATCHES,
  },
  {
    name: 'promise_cache',
    expiry: { days: 0, expired: 'usable_until < $1' },
    customer: null,
    shop: IN_BATCHES,
  },
];
