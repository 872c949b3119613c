import { z } from 'zod';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import {
  type Causes,
  type Obstacle,
  type ObstacleKey,
  type RaisedObstacle,
  REMEDIES,
  SEVERITIES,
  type Severity,
  type Subject,
} from './shape.ts';

/** Where an obstacle is written: the database, or a transaction of the caller, so that it appears or clears with what it is about. */
export type ObstacleClient = Pick<Prisma.TransactionClient, 'obstacle'>;

/**
 * What stands in the way in a shop at this moment, and does not end by itself. Whoever finds an obstacle raises it, and clears it on
 * finding it gone. What waits for something that ends by itself is a state of its subject, and no obstacle.
 */
export interface Obstacles {
  /** Puts the obstacle on the list or, when one of its key is there, brings it up to date: it stands since it first appeared. */
  raise(shop: ShopDomain, obstacle: RaisedObstacle, client?: ObstacleClient): Promise<void>;
  /** Takes the obstacle of this key off the list, if there is one. */
  clear(shop: ShopDomain, key: ObstacleKey, client?: ObstacleClient): Promise<void>;
  /**
   * Takes obstacles of several subjects of one kind off the list, and says which of these had one: of two who ask at once for the same, one
   * is told.
   */
  clearEach(
    shop: ShopDomain,
    subjects: { kind: string; ids: readonly string[]; sources: readonly string[] },
    client?: Pick<Prisma.TransactionClient, '$queryRaw'>,
  ): Promise<string[]>;
  /** Takes all obstacles of a subject off the list, whatever their source. */
  clearSubject(shop: ShopDomain, subject: Subject, client?: ObstacleClient): Promise<void>;
  /** Takes the obstacles of these sources off the list, for all subjects of a kind. */
  clearKind(
    shop: ShopDomain,
    subjects: { kind: string; sources: readonly string[] },
    client?: ObstacleClient,
  ): Promise<void>;
  /** The first 250 of a shop that need a person, the worst first, then the oldest. */
  list(shop: ShopDomain): Promise<Obstacle[]>;
  /** The first 250 notices of a shop, the oldest first. */
  notices(shop: ShopDomain): Promise<Obstacle[]>;
  /** Those about what a shop has once, such as its account; notices too. */
  ofShop(shop: ShopDomain): Promise<Obstacle[]>;
  /** Those of these keys that are on the shop's list. */
  named(shop: ShopDomain, keys: readonly ObstacleKey[]): Promise<Obstacle[]>;
  /** Those of one subject, the worst first, then the oldest. */
  of(shop: ShopDomain, subject: Subject, client?: ObstacleClient): Promise<Obstacle[]>;
  /**
   * How many of a shop need a person: all but the notices. The one number that every page shows.
   *
   * @param kind counts those of this kind of subject; all when left out
   */
  count(shop: ShopDomain, kind?: string): Promise<number>;
}

/** A page has room for so many; more are read as these are done with. */
const MOST_LISTED = 250;

/** A notice does not need a person. */
const NEEDS_PERSON = { not: 'info' } as const satisfies { not: Severity };

export function createObstacles({ prisma }: Pick<Database, 'prisma'>, clock: Clock): Obstacles {
  const read = async (where: Prisma.ObstacleWhereInput, take?: number, client: ObstacleClient = prisma) => {
    const rows = await client.obstacle.findMany({
      where,
      // Of those that need a person, the critical ones come first by the alphabet too.
      orderBy: [{ severity: 'asc' }, { since: 'asc' }, { subjectId: 'asc' }, { source: 'asc' }],
      take,
    });
    return rows.map(toObstacle).toSorted((one, other) => rank(one) - rank(other));
  };
  return {
    async raise(shop, { subject, source, causes, severity, attempts = 0, remedies }, client = prisma) {
      const now = clock.now();
      const id = { shop, subjectKind: subject.kind, subjectId: subject.id, source };
      const found = { causes: causesJson(causes), severity, attempts, remedies: [...remedies], seenAt: now };
      await client.obstacle.upsert({
        where: { shop_subjectKind_subjectId_source: id },
        create: { ...id, ...found, since: now },
        update: found,
        select: { shop: true },
      });
    },
    async clear(shop, { subject, source }, client = prisma) {
      const where = { shop, subjectKind: subject.kind, subjectId: subject.id, source };
      await client.obstacle.deleteMany({ where });
    },
    async clearEach(shop, { kind, ids, sources }, client = prisma) {
      const cleared = await client.$queryRaw<{ id: string }[]>`
        delete from obstacle where shop = ${shop} and subject_kind = ${kind} and subject_id = any(${[...ids]})
          and source = any(${[...sources]})
        returning subject_id as id`;
      return [...new Set(cleared.map(({ id }) => id))];
    },
    async clearSubject(shop, { kind, id }, client = prisma) {
      await client.obstacle.deleteMany({ where: { shop, subjectKind: kind, subjectId: id } });
    },
    async clearKind(shop, { kind, sources }, client = prisma) {
      await client.obstacle.deleteMany({ where: { shop, subjectKind: kind, source: { in: [...sources] } } });
    },
    list: (shop) => read({ shop, severity: NEEDS_PERSON }, MOST_LISTED),
    notices: (shop) => read({ shop, severity: 'info' }, MOST_LISTED),
    ofShop: (shop) => read({ shop, subjectId: '' }),
    named: (shop, keys) =>
      read({
        shop,
        OR: keys.map(({ subject, source }) => ({ subjectKind: subject.kind, subjectId: subject.id, source })),
      }),
    of: (shop, { kind, id }, client) => read({ shop, subjectKind: kind, subjectId: id }, undefined, client),
    count: (shop, kind) =>
      prisma.obstacle.count({ where: { shop, severity: NEEDS_PERSON, ...(kind && { subjectKind: kind }) } }),
  };
}

const rank = ({ severity }: { severity: Severity }) => SEVERITIES.indexOf(severity);

const cause = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).optional(),
});
const causes = z.tuple([cause], cause);

/** Reads causes as a JSON column keeps them. What another version wrote in another shape has a code that says so. */
export function parseCauses(stored: unknown): Causes {
  return causes.catch([{ code: 'unreadable' }]).parse(stored);
}

/** Causes as a JSON column keeps them. */
export function causesJson(causes: readonly z.input<typeof cause>[] | Causes): Prisma.InputJsonArray {
  return causes as unknown as Prisma.InputJsonArray;
}

type Row = Prisma.ObstacleGetPayload<object>;

function toObstacle(row: Row): Obstacle {
  return {
    subject: { kind: row.subjectKind, id: row.subjectId },
    source: row.source,
    causes: parseCauses(row.causes),
    // Only `raise` writes them.
    severity: row.severity as Severity,
    remedies: REMEDIES.filter((remedy) => row.remedies.includes(remedy)),
    attempts: row.attempts,
    since: row.since,
    seenAt: row.seenAt,
  };
}

/** What stands in the way of something, as a statement of its owner reads it along; see {@link obstaclesOf}. */
export type StandingObstacle = Omit<Obstacle, 'subject' | 'seenAt'>;

const standing = z.array(
  z.object({
    source: z.string(),
    // What another version of the app wrote in another shape must not keep the work on its subject from going on.
    causes: causes.catch([{ code: 'unreadable' }]),
    severity: z.enum(SEVERITIES).catch('warning'),
    remedies: z.array(z.string()).transform((kept) => REMEDIES.filter((remedy) => kept.includes(remedy))),
    attempts: z.int(),
    since: z.coerce.date(),
  }),
);

/** Reads what {@link obstaclesOf} selects. */
export function parseObstacles(selected: unknown): StandingObstacle[] {
  return standing.parse(selected).toSorted((one, other) => rank(one) - rank(other));
}

/** An expression of SQL: what stands in the way of something of the shop, for {@link parseObstacles}. */
export function obstaclesOf({ shop, kind, id }: SubjectInSql): Prisma.Sql {
  return Prisma.sql`coalesce((
    select jsonb_agg(jsonb_build_object('source', obstacle.source, 'causes', obstacle.causes, 'severity', obstacle.severity,
      'remedies', to_jsonb(obstacle.remedies), 'attempts', obstacle.attempts, 'since', obstacle.since) order by obstacle.since)
    from obstacle where obstacle.shop = ${shop} and obstacle.subject_kind = ${kind} and obstacle.subject_id = ${id}
  ), '[]')`;
}

/** A subject within a statement: the expressions that name it there. */
interface SubjectInSql {
  shop: Prisma.Sql;
  kind: string;
  id: Prisma.Sql;
}

/** A query of SQL: the ids of what has an obstacle that needs a person, each once. */
export function idsWithObstacle(
  { shop, kind }: { shop: ShopDomain; kind: string },
  sources?: readonly string[],
): Prisma.Sql {
  return Prisma.sql`
    select distinct obstacle.subject_id from obstacle
    where obstacle.shop = ${shop} and obstacle.subject_kind = ${kind} and obstacle.severity <> 'info' ${among(sources)}`;
}

function among(sources: readonly string[] | undefined): Prisma.Sql {
  return sources ? Prisma.sql`and obstacle.source = any(${[...sources]})` : Prisma.empty;
}

/**
 * A condition of SQL: whether something of the shop has an obstacle that needs a person.
 *
 * @param id the expression that names it in the asking statement
 * @param sources the sources that count; all when left out
 */
export function hasObstacle({ shop, kind, id }: SubjectInSql, sources?: readonly string[]): Prisma.Sql {
  return Prisma.sql`exists (
    select from obstacle where obstacle.shop = ${shop} and obstacle.subject_kind = ${kind} and obstacle.subject_id = ${id}
      and obstacle.severity <> 'info' ${among(sources)})`;
}
