import { err, ok, type Result } from 'neverthrow';
import type { z } from 'zod';
import { type OneStockError, oneStockError, type Route } from '../errors.ts';
import type { Answer } from './call.ts';

/**
 * Reads an accepted answer through a schema.
 *
 * @returns `onestock_unreadable` when the text is no JSON (a retry may help: something on the way cut or replaced
 * it) or has another shape than the schema (a retry cannot help).
 */
export function readAnswer<T>(answer: Answer, route: Route, schema: z.ZodType<T>): Result<T, OneStockError> {
  const { status, requestId } = answer;
  const json = parseJson(answer.text);
  const details = { status, requestId };
  if (json === undefined)
    return err(oneStockError('onestock_unreadable', route, { ...details, retryable: true }));
  const parsed = schema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const unreadableAt = parsed.error.issues[0]?.path.join('.') || '.';
  return err(oneStockError('onestock_unreadable', route, { ...details, unreadableAt }));
}

/** The text as JSON, or nothing when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
