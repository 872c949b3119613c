import { z } from 'zod';
import { laxText } from './lax.ts';
import { parseJson } from './read-answer.ts';

/** What OneStock itself says about an error. */
export interface VendorError {
  code?: string;
  message?: string;
  /** The path of the value that was not taken. */
  field?: string;
  entity?: VendorEntity;
}

export interface VendorEntity {
  /** Such as `order` or `item`. */
  kind: string;
  id?: string;
}

/** `invalid id: expected a string` (https://github.com/inviqa/onestock-api-client). Inferred: that deeper values are named by their path. */
const INVALID_VALUE = /\binvalid ([\w.[\]]+):/;

const LONGEST_TEXT = 300;

/**
 * OneStock answers errors in two shapes, `{error, message?, params?}` and `{code, name, params?}`, where `code` is
 * the HTTP status (https://github.com/inviqa/onestock-api-client,
 * https://github.com/OneStock-Retail/onestock-magento-connector).
 */
const errorBody = z.object({
  error: laxText,
  name: laxText,
  message: laxText,
  params: z.object({ entity: laxText, id: laxText }).optional().catch(undefined),
});

/**
 * Reads an error body. Nothing when the text is no JSON object, as on the text page that OneStock shows for an
 * unknown route.
 *
 * @param secrets are blotted out: a parser's complaint may quote the body that was sent.
 */
export function readVendorError(text: string, secrets: string[]): VendorError | undefined {
  const parsed = errorBody.safeParse(parseJson(text));
  if (!parsed.success) return undefined;
  const { error, name, message, params } = parsed.data;
  const entity = params && [params.entity, params.id].filter(Boolean).join(' ');
  return {
    code: presentable(error ?? name, secrets),
    message: presentable(message ?? (entity || undefined), secrets),
    field: presentable(INVALID_VALUE.exec(message ?? '')?.[1], secrets),
    entity:
      params?.entity === undefined ? undefined : { kind: params.entity, id: presentable(params.id, secrets) },
  };
}

function presentable(text: string | undefined, secrets: string[]): string | undefined {
  const redacted = secrets.reduce((safe, secret) => safe?.replaceAll(secret, '[secret]'), text);
  return redacted?.slice(0, LONGEST_TEXT);
}
