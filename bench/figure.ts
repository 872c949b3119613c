/** One measured figure, as it is printed: one JSON line each. */
export interface Figure {
  figure: string;
  value: number;
  unit: string;
  /** The value beside that of the bare handler: a ratio of rates, or a difference of times. Null where there is nothing to compare. */
  vs_bare: number | null;
  target: string;
  /** Null where the figure is only told, because the circumstances do not let it be held to its target; `reason` says why. */
  pass: boolean | null;
  [detail: string]: unknown;
}

export function printFigure(figure: Figure): void {
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1];
  if (middle === undefined) throw new Error('There is no median of nothing.');
  return middle;
}

export function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
