import { useFetcher } from '@remix-run/react';
import type { SaveAnswer } from '#app/ui/form/answer.ts';
import type { ListAction } from '#app/ui/options/list-action.ts';
import type { OptionRow } from './option-row.ts';

/** The rows as they will be once what is under way is done, and how to do more. */
export function useListActions(rows: OptionRow[]) {
  const fetcher = useFetcher<SaveAnswer>();
  const underWay = fetcher.state === 'idle' ? undefined : (fetcher.json as unknown as ListAction | undefined);
  const answer = fetcher.data as SaveAnswer | undefined;
  return {
    rows: underWay ? after(rows, underWay) : rows,
    failed: fetcher.state === 'idle' && answer?.saved === false,
    act: (action: ListAction) => fetcher.submit(action, { method: 'post', encType: 'application/json' }),
  };
}

/** What the list becomes by an action; a copy is only there once it is made. */
function after(rows: OptionRow[], action: ListAction): OptionRow[] {
  switch (action.intent) {
    case 'reorder': {
      const place = new Map(action.ids.map((id, at) => [id, at]));
      return rows.toSorted((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0));
    }
    case 'activate':
    case 'deactivate':
      return change(rows, action.id, { active: action.intent === 'activate' });
    case 'archive':
      return change(rows, action.id, { isArchived: true });
    case 'restore':
      return change(rows, action.id, { isArchived: false, active: false });
    case 'duplicate':
      return rows;
  }
}

function change(rows: OptionRow[], id: string, changed: Partial<OptionRow>): OptionRow[] {
  return rows.map((row) => (row.id === id ? { ...row, ...changed } : row));
}
