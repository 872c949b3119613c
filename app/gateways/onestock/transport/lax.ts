import { z } from 'zod';
import { storableText } from '#app/platform/plain-text.ts';

/**
 * Readers for values that OneStock may leave out or write otherwise than we saw. An unusable optional value reads
 * as absent: it must not cost the whole answer. Texts come without what no database keeps.
 */

/** Text that must be there. */
export const plainText = z.string().overwrite(storableText).min(1);

/** Text, or a number written as text; absent otherwise, and when empty. */
export const laxText = z
  .union([z.string(), z.number()])
  .transform((value) => storableText(String(value)) || undefined)
  .optional()
  .catch(undefined);

/** A finite number, also when written as text. */
export const laxNumber = z
  .union([z.number(), z.string().trim().min(1).transform(Number)])
  .pipe(z.number())
  .optional()
  .catch(undefined);

/** The year 2100. A time beyond it was meant in milliseconds, or is none. */
const LATEST_SECONDS = 4_102_444_800;

/** OneStock's dates are Unix seconds (https://github.com/OneStock-Retail/onestock-magento-connector). */
export const laxInstant = z
  .number()
  .positive()
  .max(LATEST_SECONDS)
  .transform((seconds) => new Date(seconds * 1_000))
  .optional()
  .catch(undefined);

export const laxBoolean = z.boolean().optional().catch(undefined);

/** A thing at the root of an answer, or under its name: some routes answer in both forms. */
export function underName<T>(name: string, thing: z.ZodType<T>): z.ZodType<T> {
  return z.preprocess((json) => {
    const isObject = typeof json === 'object' && json !== null;
    return isObject && name in json ? (json as Record<string, unknown>)[name] : json;
  }, thing);
}

/** An identifier that must be there, as text. */
export const identifier = z
  .union([z.string(), z.number()])
  .transform((id) => storableText(String(id)))
  .refine((id) => id !== '');
