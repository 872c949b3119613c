import { err, ok, type Result } from 'neverthrow';
import type { ZodType } from 'zod';
import type { FieldError } from './answer.ts';

/**
 * Reads the JSON body of an action. Every other thing than what `schema` describes comes back as errors by field, code `invalid`,
 * ready for `refused`. A schema that wants its own code gives it as the issue's `params: { code }` (zod's `custom` issues).
 *
 * @example const body = await readJson(request, schema); if (body.isErr()) return refused(body.error);
 */
export async function readJson<Body>(
  request: Request,
  schema: ZodType<Body>,
): Promise<Result<Body, FieldError[]>> {
  const body: unknown = await request.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  if (parsed.success) return ok(parsed.data);
  return err(
    parsed.error.issues.map((issue) => ({
      field: issue.path.join('.') || undefined,
      code: codeOf(issue),
    })),
  );
}

function codeOf(issue: { code?: string; params?: Record<string, unknown> }): string {
  const own = issue.code === 'custom' && issue.params?.code;
  return typeof own === 'string' ? own : 'invalid';
}
