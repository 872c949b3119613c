/**
 * The data types that the simulator checks, of those at
 * https://shopify.dev/docs/apps/build/metafields/list-of-data-types, each with what is wrong with a value, or null.
 * Messages as recorded from live shops by https://github.com/airhorns/shopify-draft-proxy.
 */
const checks: Record<string, (value: string) => string | null> = {
  json: (value) => (parsesAsJson(value) ? null : 'Value is invalid JSON.'),
  single_line_text_field(value) {
    if (value.trim() === '') return "Value can't be blank.";
    return /[\r\n]/.test(value) ? 'Value must be a single line text string.' : null;
  },
  multi_line_text_field: (value) => (value.trim() === '' ? "Value can't be blank." : null),
  number_integer: (value) => (/^-?\d+$/.test(value) ? null : 'Value must be an integer.'),
  boolean: (value) => (value === 'true' || value === 'false' ? null : 'Value must be true or false.'),
  date: (value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? null : 'Value must be in YYYY-MM-DD format.'),
  date_time: (value) =>
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})?$/.test(value)
      ? null
      : 'Value must be in YYYY-MM-DDTHH:MM:SS format.',
  'list.single_line_text_field'(value) {
    const items = parsesAsJson(value) ? JSON.parse(value) : null;
    if (!Array.isArray(items)) return 'Value must be a JSON array.';
    return items.length > 128 ? 'Value has more than 128 elements.' : null;
  },
};

/**
 * https://shopify.dev/docs/apps/build/metafields/metafield-limits: JSON 128 KB for apps that begin to use it now,
 * text 64 KB.
 */
const largestBytes = (type: string) => (type === 'json' ? 128 : 64) * 1024;

export function isModelledType(type: string): boolean {
  return Object.hasOwn(checks, type);
}

/** What is wrong with `value` as a value of `type`; null when nothing is. */
export function problemOfValue(type: string, value: string): { code: string; message: string } | null {
  if (Buffer.byteLength(value) > largestBytes(type)) {
    // Code and message are inferred.
    return { code: 'TOO_LONG', message: `Value is larger than ${largestBytes(type)} bytes.` };
  }
  const message = checks[type]?.(value) ?? null;
  return message === null ? null : { code: 'INVALID_VALUE', message };
}

/**
 * Times without an offset are kept as UTC (recorded by https://github.com/airhorns/shopify-draft-proxy,
 * docs/endpoints/metafields.md).
 */
export function storedValue(type: string, value: string): string {
  return type === 'date_time' && /\d$/.test(value) && !/[+-]\d{2}:\d{2}$/.test(value)
    ? `${value}+00:00`
    : value;
}

function parsesAsJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
