import { Session } from '@shopify/shopify-api';
import type { SessionStorage } from '@shopify/shopify-app-session-storage';
import type { Sealer } from '#app/platform/crypto/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import type { OwnedTable } from '#app/platform/database/owned-table.ts';
import { runSql } from '#app/platform/database/run-sql.ts';
import type { Logger } from '#app/platform/log.ts';

/** Of a shop that uninstalled the app no session is left; see `uninstall`. */
export const TABLES: readonly OwnedTable[] = [
  { name: 'session', expiry: null, customer: null, shop: { how: 'at_once', column: 'shop' } },
];

type SessionRow = { id: string; sealed: string };

/**
 * Shopify's `SessionStorage` over PostgreSQL. The whole session is sealed as one text, tokens and user included; beside it
 * stand only the columns that are searched by.
 *
 * A session that cannot be opened, for its key is gone, reads as absent: the shop then goes through token exchange again
 * the next time the app is opened.
 */
export function createSessionStorage(
  { prisma, pool }: Pick<Database, 'prisma' | 'pool'>,
  sealer: Sealer,
  log: Logger,
): SessionStorage {
  const open = ({ id, sealed }: SessionRow): Session | undefined => {
    try {
      return Session.fromPropertyArray(JSON.parse(sealer.open(sealed, context(id))), true);
    } catch (err) {
      log.error({ err }, 'a stored session cannot be opened and counts as absent');
      return undefined;
    }
  };

  return {
    async storeSession(session) {
      const row = {
        shop: session.shop,
        isOnline: session.isOnline,
        expires: session.expires ?? null,
        sealed: sealer.seal(JSON.stringify(session.toPropertyArray(true)), context(session.id)),
      };
      await prisma.session.upsert({
        where: { id: session.id },
        create: { id: session.id, ...row },
        update: row,
      });
      return true;
    },

    async loadSession(id) {
      const [row] = await runSql<SessionRow>(
        pool,
        'load-session',
        Prisma.sql`select id, sealed from session where id = ${id}`,
      );
      return row ? open(row) : undefined;
    },

    async deleteSession(id) {
      await prisma.session.deleteMany({ where: { id } });
      return true;
    },

    async deleteSessions(ids) {
      await prisma.session.deleteMany({ where: { id: { in: ids } } });
      return true;
    },

    async findSessionsByShop(shop) {
      const rows = await prisma.session.findMany({ where: { shop }, orderBy: { id: 'asc' } });
      return rows.map(open).filter((session) => session !== undefined);
    },
  };
}

/** Binds a sealed session to its row: put under another id it does not open. */
function context(id: string): string {
  return `${id}:session`;
}
