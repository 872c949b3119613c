/**
 * A quote id names one rate as it was shown once: the id of the rate request's trace, whose last three digits are the rate's place in the
 * answer, from 001. So an answer that is given again needs one new id, and one new row, however many rates it has.
 */

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PLACE_DIGITS = 3;

/** The part that all quote ids of a trace begin with. */
export function quotePrefix(callbackId: string): string {
  return callbackId.slice(0, -PLACE_DIGITS);
}

/** The end of the quote id of the answer's rate `number`, from 1. */
export function quotePlace(number: number): string {
  return number.toString(16).padStart(PLACE_DIGITS, '0');
}

/** The id under which a trace is kept, made from a random UUID. */
export function toCallbackId(uuid: string): string {
  return quotePrefix(uuid) + quotePlace(0);
}

/** The trace and the place of the rate that a quote id names; null for any other text. */
export function parseQuoteId(quoteId: string): { callbackId: string; number: number } | null {
  const text = quoteId.toLowerCase();
  if (!UUID.test(text)) return null;
  return { callbackId: toCallbackId(text), number: Number.parseInt(text.slice(-PLACE_DIGITS), 16) };
}
