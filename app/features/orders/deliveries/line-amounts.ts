import type { LinePieces } from './types.ts';

/** How many pieces of each line there are, by the line's id. */
export type LineAmounts = ReadonlyMap<string, number>;

export function amountsOf(pieces: readonly LinePieces[]): Map<string, number> {
  const amounts = new Map<string, number>();
  for (const { lineItemId, quantity } of pieces)
    amounts.set(lineItemId, amountIn(amounts, lineItemId) + quantity);
  return amounts;
}

/** Never less than none. */
export function subtractAmounts(from: LineAmounts, less: LineAmounts): Map<string, number> {
  return new Map([...from].map(([id, quantity]) => [id, Math.max(0, quantity - amountIn(less, id))]));
}

export function amountIn(amounts: ReadonlyMap<string, number>, id: string): number {
  return amounts.get(id) ?? 0;
}
