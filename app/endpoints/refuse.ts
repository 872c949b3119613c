/** A refusal that says why: a stable code for programs, a sentence for people. */
export function refuse(status: number, code: string, message: string): Response {
  return Response.json({ error: code, message }, { status });
}
