import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Logger } from '../log.ts';
import { PrismaClient } from './generated/client.ts';

/** The database, reached through one pool of connections. */
export interface Database {
  /** Rows as objects, for what one statement at a time says well. */
  readonly prisma: PrismaClient;
  /** Plain SQL over the same connections. */
  readonly pool: pg.Pool;
  /** Waits for running statements and closes every connection. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** The most connections that this process holds at once. */
  readonly poolSize: number;
  readonly log?: Logger;
}

/** How long a new connection may take, milliseconds. */
const CONNECT_TIMEOUT_MS = 5_000;
/** The server ends a statement after this, milliseconds. Nothing we ask takes a second; a lock might. */
const STATEMENT_TIMEOUT_MS = 15_000;
/** We stop waiting after this, milliseconds: a frozen server ends nothing by itself. */
const ANSWER_TIMEOUT_MS = 20_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 30_000;

/** Opens the database. Connections are made when first needed, and made again after the server restarted. */
export function openDatabase(url: string, options: DatabaseOptions): Database {
  const pool = openPool(url, options);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    pool,
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** A pool with our timeouts, which outlives a server that restarts or closes connections. */
export function openPool(url: string, { poolSize, log }: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    application_name: 'onestock-promise',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    keepAlive: true,
  });
  // Both events end the process when nobody listens; the pool replaces the connection by itself.
  const lost = (err: Error) => log?.warn({ err }, 'a database connection was lost');
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
