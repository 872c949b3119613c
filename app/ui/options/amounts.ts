import { type Language, WRITING } from '#app/words/languages.ts';

/** Why a text is no amount. */
export type AmountFault =
  | 'amount_missing'
  | 'amount_unreadable'
  | 'amount_too_precise'
  | 'amount_not_whole'
  | 'amount_too_high';

/** A million in the largest unit, in hundredths. */
const MOST = 100_000_000;

/** How many decimals people write in the currency, two at the most: amounts are kept in hundredths. */
export function decimalsOf(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return Math.min(2, format.resolvedOptions().maximumFractionDigits ?? 2);
  } catch {
    return 2;
  }
}

/**
 * The hundredths of an amount that somebody typed, with a point or a comma: `4.90` and `4,9` are 490. More decimals than the currency has
 * are a fault, not rounded: nobody knows what was meant.
 */
export function readAmount(text: string, decimals = 2): number | AmountFault {
  const plain = text.replace(/\s/g, '').replace(',', '.');
  if (plain === '') return 'amount_missing';
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d*))?$/.exec(plain) ?? [];
  if (whole === undefined) return 'amount_unreadable';
  // Three digits behind a comma may be a thousand as well as decimals.
  const isTooPrecise = fraction.length > 2 || fraction.replace(/0+$/, '').length > decimals;
  if (isTooPrecise) return decimals === 0 ? 'amount_not_whole' : 'amount_too_precise';
  const amount = Number(whole) * 100 + Number(fraction.padEnd(2, '0').slice(0, 2));
  return amount > MOST ? 'amount_too_high' : amount;
}

/** Hundredths as one would type them: 490 is `4.90`, `4,90` in French, 500 yen are `5`. */
export function writeAmount(amount: number, currency: string, language: Language): string {
  const decimals = amount % 100 === 0 ? decimalsOf(currency) : 2;
  const text = (amount / 100).toFixed(decimals);
  return text.replace('.', WRITING[language].decimalMark);
}
