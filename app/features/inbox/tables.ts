import type { OwnedTable } from '#app/platform/database/owned-table.ts';
import { EVENT } from './shape.ts';

/** A settled event is kept far beyond the week for which a sender repeats what was not acknowledged, so that a repeat is known as one. */
export const TABLES: readonly OwnedTable[] = [
  {
    name: 'inbox_event',
    expiry: { days: 30, expired: `state in ('done', 'dismissed') and handled_at < $1` },
    customer: {
      async leadsTo(client, shop, { subject = [] }) {
        const where = { shop, subject: { in: [...subject] } };
        const events = await client.inboxEvent.findMany({ where, select: { id: true } });
        return { [EVENT]: events.map(({ id }) => id) };
      },
      async remove(client, shop, { subject = [] }) {
        await client.inboxEvent.deleteMany({ where: { shop, subject: { in: [...subject] } } });
      },
    },
    shop: { how: 'in_batches', column: 'shop', asks: 'id' },
  },
];
