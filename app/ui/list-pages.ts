import type { Page } from '#app/platform/database/read-page.ts';

/** Where a page lies in its list; null where there is no page before or after it. */
export type ListPages = Pick<Page<unknown>, 'older' | 'newer'>;

/** The pagination of an index table, which a list of one page does without. */
export function listPagination(
  { older, newer }: ListPages,
  turnTo: (cursor: string) => void,
  words: { label: string; older: string; newer: string },
) {
  if (older === null && newer === null) return undefined;
  return {
    accessibilityLabel: words.label,
    hasNext: older !== null,
    hasPrevious: newer !== null,
    nextTooltip: words.older,
    previousTooltip: words.newer,
    onNext: () => {
      if (older !== null) turnTo(older);
    },
    onPrevious: () => {
      if (newer !== null) turnTo(newer);
    },
  };
}
