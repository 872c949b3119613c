import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { RunningSandbox } from '#test/support/sandbox.ts';

/** Runs one query on the sandbox's database. */
export async function query<Row extends pg.QueryResultRow>(
  { ready }: RunningSandbox,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: ready.databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** The rows that recording came to, once it has caught up. */
export async function writtenRows(sandbox: RunningSandbox): Promise<{ traces: number; rates: number }> {
  const count = async () => {
    const [row] = await query<{ traces: number; rates: number }>(
      sandbox,
      'select (select count(*)::int from callback) as traces, (select count(*)::int from showing join shown_rate using (answer_id)) as rates',
    );
    return row ?? { traces: 0, rates: 0 };
  };
  let before = await count();
  for (;;) {
    await pause(700);
    const now = await count();
    if (now.traces === before.traces) return now;
    before = now;
  }
}
