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

/** The part that `pieces` of `all` have in an amount, rounded as the currency is. All of them have all of it. */
export function shareOf(amount: Amount, pieces: number, all: number, currency: string): Amount {
  if (pieces === all) return amount;
  if (all === 0) return 0;
  const step = smallestStep(currency);
  return Math.round((amount * pieces) / all / step) * step;
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
