import { z } from 'zod';
import { EVENT_STATES } from '#app/features/inbox/shape.ts';
import { RUN_STATES } from '#app/features/runs/shape.ts';
import { type ActivitySearch, LISTS, type ListName, RUNGS } from '#app/ui/activity/search.ts';

/** What cannot be read counts as not asked: an address may be old, or shortened on its way. */
const lenient = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

// PostgreSQL knows neither the character NUL nor a year 0.
const text = lenient(
  z
    .string()
    .trim()
    .min(1)
    .max(200)
    .refine((typed) => !typed.includes('\0')),
);
const day = lenient(z.iso.date().refine((date) => !date.startsWith('0000')));
const days = { from: day, to: day };
const cursor = text;

function toRungs(joined: string) {
  const names = joined.split(',');
  return RUNGS.filter((rung) => names.includes(rung));
}

const requests = z.object({
  ...days,
  rungs: lenient(
    z
      .string()
      .transform(toRungs)
      .refine((rungs) => rungs.length > 0),
  ),
  option: text,
  country: lenient(z.string().regex(/^[A-Z]{2}$/)),
  reason: text,
  isFailed: z
    .literal('1')
    .transform(() => true)
    .optional()
    .catch(undefined),
  order: text,
});
const events = z.object({ ...days, topic: text, state: lenient(z.enum(EVENT_STATES)) });
const runs = z.object({ kind: text, state: lenient(z.enum(RUN_STATES)) });

/** Reads the query of the page's address. */
export function readSearch(query: URLSearchParams): ActivitySearch {
  const given = Object.fromEntries(query);
  const list: ListName = LISTS.find((name) => name === given.list) ?? 'requests';
  const place = { cursor: cursor.parse(given.cursor) };
  switch (list) {
    case 'requests':
      return { list, filters: requests.parse(given), ...place };
    case 'events':
      return { list, filters: events.parse(given), ...place };
    case 'jobs':
      return { list, filters: runs.parse(given), ...place };
    case 'attention':
      return { list };
  }
}
