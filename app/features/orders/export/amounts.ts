/** An amount of money in thousandths of the major unit, an integer: no currency divides its unit further. */
export type Amount = number;

const THOUSANDTHS = 1000;
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads Shopify's decimal text, such as `4.9` or `1290`, exactly. What is finer than a thousandth is rounded.
 *
 * @throws for a text that is no decimal, which Shopify's schema rules out
 */
export function readAmount(text: string): Amount {
  const [, sign, whole = '', fraction = ''] = DECIMAL.exec(text) ?? [];
  if (sign === undefined) throw new Error('An amount is no decimal number.');
  const digits = fraction.padEnd(4, '0');
  const thousandths =
    Number(whole) * THOUSANDTHS + Number(digits.slice(0, 3)) + (Number(digits[3]) >= 5 ? 1 : 0);
  return sign ? -thousandths : thousandths;
}

/** The amount as a decimal number in major units: the one whose shortest text is exactly the amount. */
export function writeAmount(amount: Amount): number {
  return amount / THOUSANDTHS;
}

/**
 * The part of an amount that falls on some of the pieces that it is of, those after the first `before`. It is rounded as the currency is, and the
 * parts of all pieces add up to the amount.
 */
export function shareOf(
  amount: Amount,
  { before, pieces, all }: { before: number; pieces: number; all: number },
  currency: string,
): Amount {
  if (all === 0) return 0;
  const step = smallestStep(currency);
  const upTo = (count: number) => (count >= all ? amount : Math.round((amount * count) / all / step) * step);
  return upTo(before + pieces) - upTo(before);
}

/** The amount of one of several pieces that cost the same; null where the currency cannot express it. */
export function pieceOf(amount: Amount, pieces: number, currency: string): Amount | null {
  return amount % (pieces * smallestStep(currency)) === 0 ? amount / pieces : null;
}

export function sumOf(amounts: readonly Amount[]): Amount {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

const steps = new Map<string, Amount>();

/** Making a format costs far more than using one, hence the map. */
function smallestStep(currency: string): Amount {
  const known = steps.get(currency);
  if (known !== undefined) return known;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  const step = 10 ** (3 - Math.min(maximumFractionDigits, 3));
  steps.set(currency, step);
  return step;
}
