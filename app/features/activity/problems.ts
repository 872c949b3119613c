import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** `info` is a notice: nothing is broken, and it goes by itself 30 days after it was last raised. */
export type Severity = 'critical' | 'warning' | 'info';

/** What exactly is wrong: a stable code, and what its words name, several things as a list. Plain JSON. */
export interface Cause {
  code: string;
  params?: Record<string, string | number | readonly string[]>;
}

/** What is to be said of a problem. */
export interface ToldProblem {
  /** Names what is wrong, once a shop: `carrier_service`. */
  key: string;
  /** What happened, what it means for shoppers, what to do, in English. */
  message: string;
  /** For who words it in the merchant's language; without it there is only `message`. */
  cause?: Cause;
}

export interface RaisedProblem extends ToldProblem {
  severity: Severity;
}

export interface Problem extends RaisedProblem {
  /** When it began. */
  raisedAt: Date;
  /** When it was last found to be still there. */
  seenAt: Date;
}

/** What is wrong in a shop at this moment. Whoever finds a problem raises it, and clears it on finding it gone. */
export interface Problems {
  /** Opens the problem, or, when one of its key is open, brings its words and `seenAt` up to date. */
  raise(shop: ShopDomain, problem: RaisedProblem): Promise<void>;
  /** Closes the problem of this key, if there is one. */
  clear(shop: ShopDomain, key: string): Promise<void>;
  /** The open problems, the oldest first. */
  list(shop: ShopDomain): Promise<Problem[]>;
}

export function createProblems({ prisma }: Pick<Database, 'prisma'>, clock: Clock): Problems {
  return {
    async raise(shop, { key, severity, message, cause }) {
      const now = clock.now();
      const found = { severity, message, cause: cause ? { ...cause } : Prisma.DbNull, seenAt: now };
      await prisma.problem.upsert({
        where: { shop_key: { shop, key } },
        create: { shop, key, raisedAt: now, ...found },
        update: found,
      });
    },
    async clear(shop, key) {
      await prisma.problem.deleteMany({ where: { shop, key } });
    },
    async list(shop) {
      const rows = await prisma.problem.findMany({
        where: { shop },
        orderBy: [{ raisedAt: 'asc' }, { key: 'asc' }],
      });
      return rows.map(({ key, severity, message, cause, raisedAt, seenAt }) => ({
        key,
        severity: severity as Severity,
        message,
        ...(cause !== null && { cause: cause as unknown as Cause }),
        raisedAt,
        seenAt,
      }));
    },
  };
}
