/** The raw bytes of a request, or `too_large` as soon as more than `limitBytes` have come. */
export async function readBody(request: Request, limitBytes: number): Promise<Uint8Array | 'too_large'> {
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) return 'too_large';
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > limitBytes) return 'too_large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
