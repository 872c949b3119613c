import { IndexTable, Text, useBreakpoints } from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListAction } from '#app/ui/options/list-action.ts';
import type { MethodList } from '#app/ui/options/method-list.ts';
import type { Part } from '#app/ui/part.ts';
import { moveId } from './move-id.ts';
import { CondensedRow, OptionCells } from './option-cells.tsx';
import type { OptionRow } from './option-row.ts';

export interface OptionsTableProps {
  rows: OptionRow[];
  methods: Promise<Part<MethodList>>;
  isArchive: boolean;
  act(action: ListAction): void;
}

/** The options in their order, each with what can be done to it. */
export function OptionsTable({ rows, methods, isArchive, act }: OptionsTableProps) {
  const { t } = useTranslation('options');
  const { mdDown } = useBreakpoints();
  const { move, announcement } = useMoving(rows, act);
  const cells = { methods, isArchive, act, move, count: rows.length };
  return (
    <>
      <IndexTable
        resourceName={t('list.resource', { returnObjects: true })}
        itemCount={rows.length}
        selectable={false}
        condensed={mdDown}
        headings={[
          { title: t('list.option') },
          { title: t('list.status') },
          { title: t('list.price') },
          { title: t('list.countries') },
          { title: t('list.lastPromise') },
          { title: t('list.actions'), alignment: 'end' },
        ]}
      >
        {rows.map((row, at) => (
          <IndexTable.Row key={row.id} id={row.id} position={at}>
            {mdDown ? (
              <CondensedRow row={row} at={at} {...cells} />
            ) : (
              <OptionCells row={row} at={at} {...cells} />
            )}
          </IndexTable.Row>
        ))}
      </IndexTable>
      <div role="status">
        <Text as="span" visuallyHidden>
          {announcement}
        </Text>
      </div>
    </>
  );
}

/** Moves an option one place, keeps the focus on it, and says to screen readers where it is. */
function useMoving(rows: OptionRow[], act: OptionsTableProps['act']) {
  const { t } = useTranslation('options');
  const [announcement, setAnnouncement] = useState('');
  const moved = useRef<{ id: string; direction: 'up' | 'down' } | null>(null);
  const order = rows.map(({ id }) => id).join();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus is lost when the rows change places
  useEffect(() => {
    if (!moved.current) return;
    const { id, direction } = moved.current;
    moved.current = null;
    const [same, opposite] = [direction, direction === 'up' ? 'down' : 'up'].map((each) =>
      document.getElementById(moveId(id, each as 'up' | 'down')),
    );
    // At an end of the list the button that brought the option there can do no more.
    const isUsable = same instanceof HTMLButtonElement && !same.disabled && same.ariaDisabled !== 'true';
    (isUsable ? same : opposite)?.focus();
  }, [order]);

  const move = (row: OptionRow, direction: 'up' | 'down') => {
    const ids = rows.map(({ id }) => id);
    const from = ids.indexOf(row.id);
    const to = direction === 'up' ? from - 1 : from + 1;
    const [other] = ids.splice(to, 1, row.id);
    if (!other) return;
    ids[from] = other;
    moved.current = { id: row.id, direction };
    setAnnouncement(t('list.moved', { name: row.name, place: to + 1, count: ids.length }));
    act({ intent: 'reorder', ids });
  };
  return { move, announcement };
}
