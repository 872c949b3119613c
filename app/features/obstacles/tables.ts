import type { OwnedTable } from '#app/platform/database/owned-table.ts';

/** A notice goes 30 days after it was last raised; what is broken stands until it is cleared. */
export const TABLES: readonly OwnedTable[] = [
  {
    name: 'obstacle',
    expiry: { days: 30, expired: `severity = 'info' and seen_at < $1` },
    shop: { how: 'at_once', column: 'shop' },
    customer: {
      async remove({ obstacle }, shop, ids) {
        const subjects = Object.entries(ids).map(([kind, ofKind]) => ({
          subjectKind: kind,
          subjectId: { in: [...ofKind] },
        }));
        await obstacle.deleteMany({ where: { shop, OR: subjects } });
      },
    },
  },
];
