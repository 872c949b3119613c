const PATIENCE_MS = 30_000;

/** Asks a control door of the sandbox: a GET, or a POST where there is a body. */
export async function call<Answer>(url: string, body?: object): Promise<Answer> {
  const response = await fetch(url, {
    ...(body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}
