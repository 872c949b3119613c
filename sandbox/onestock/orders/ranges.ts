/** Both ends are in it: https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/312410140/Order+structure+in+OneStock */
export interface IndexRange {
  from: number;
  to: number;
}

/** The fewest ranges that hold these indexes, which ascend. */
export function toRanges(indexes: readonly number[]): IndexRange[] {
  const ranges: IndexRange[] = [];
  for (const index of indexes) {
    const last = ranges.at(-1);
    if (last && last.to === index - 1) last.to = index;
    else ranges.push({ from: index, to: index });
  }
  return ranges;
}

export function isInRanges(index: number, ranges: readonly IndexRange[]): boolean {
  return ranges.some(({ from, to }) => index >= from && index <= to);
}
