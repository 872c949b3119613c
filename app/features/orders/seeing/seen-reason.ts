import { z } from 'zod';
import type { SeenReason } from './types.ts';

/** What is kept of causes; what is of another shape counts as not told. */
const causes = z
  .array(
    z.object({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).optional(),
    }),
  )
  .optional()
  .catch(undefined);

/** A reason by its columns; undefined where there is none. */
export function seenReason(message: string | null, kept: unknown): SeenReason | undefined {
  return message === null ? undefined : { message, causes: causes.parse(kept ?? undefined) };
}

/** A reason of which a code is kept, by its columns; undefined where there is none. */
export function seenReasonOfCode(message: string | null, code: string | null): SeenReason | undefined {
  return seenReason(message, code === null ? undefined : [{ code }]);
}
