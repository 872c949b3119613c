import { z } from 'zod';

/** What a person decided about an order that stopped on the way to OneStock. */
export const decided = z
  .object({
    /** Send it without the lines that OneStock has no id for. */
    without: z.literal(true).optional(),
    /** Send it though it can no longer come as the shopper was told. */
    late: z.literal(true).optional(),
    /** Send it as several orders. */
    several: z.literal(true).optional(),
  })
  .catch({});
export type Decided = z.infer<typeof decided>;
export type Decision = keyof Decided;
