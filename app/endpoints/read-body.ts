/** The raw bytes of a request, or `too_large` as soon as more than `limitBytes` have come. */
export async function readBody(request: Request, limitBytes: number): Promise<Uint8Array | 'too_large'> {
  const announced = request.headers.get('content-length');
  if (announced === null) return readChunks(request, limitBytes);
  // The server cuts a body at its announced length, so what is announced is all that is read.
  return Number(announced) > limitBytes ? 'too_large' : new Uint8Array(await request.arrayBuffer());
}

async function readChunks(request: Request, limitBytes: number): Promise<Uint8Array | 'too_large'> {
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.byteLength;
    if (length > limitBytes) return 'too_large';
    chunks.push(read.value);
  }
  return Buffer.concat(chunks, length);
}
