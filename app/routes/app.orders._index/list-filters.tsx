import { ChoiceList, Filters } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OrderListFilters } from '#app/features/orders/index.ts';
import { ORDER_STATES } from '#app/features/orders/shape.ts';
import { useTypedText } from '#app/ui/use-typed-text.ts';
import { useOrdersSearch } from './use-orders-search.ts';

const FLAGS = ['isHeld', 'isFailed'] as const;

/** The filters of the orders. What is chosen stands in the page's address. */
export function ListFilters({ filters }: { filters: OrderListFilters }) {
  const { t } = useTranslation('orders');
  const { filter, clear } = useOrdersSearch();
  const { state, order = '' } = filters;
  const [typed, setTyped] = useTypedText(order, (text) => filter({ order: text }, { replace: true }));
  const flags = FLAGS.filter((flag) => filters[flag]);
  return (
    <Filters
      filters={[
        {
          key: 'state',
          label: t('filters.state'),
          pinned: true,
          filter: (
            <ChoiceList
              title={t('filters.state')}
              titleHidden
              choices={ORDER_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
              selected={state ? [state] : []}
              onChange={([value]) => filter({ state: value ?? '' })}
            />
          ),
        },
        {
          key: 'only',
          label: t('filters.only'),
          pinned: true,
          filter: (
            <ChoiceList
              title={t('filters.only')}
              titleHidden
              allowMultiple
              choices={FLAGS.map((value) => ({ value, label: t(`filters.${value}`) }))}
              selected={flags}
              onChange={(chosen: string[]) =>
                filter(Object.fromEntries(FLAGS.map((flag) => [flag, chosen.includes(flag) ? '1' : ''])))
              }
            />
          ),
        },
      ]}
      appliedFilters={[
        ...(state
          ? [
              {
                key: 'state',
                label: t('filters.chosenState', { state: t(`states.${state}`) }),
                onRemove: () => filter({ state: '' }),
              },
            ]
          : []),
        ...(flags.length > 0
          ? [
              {
                key: 'only',
                label: t('filters.chosenOnly', {
                  those: flags.map((flag) => t(`filters.${flag}`)).join(', '),
                }),
                onRemove: () => filter({ isHeld: '', isFailed: '' }),
              },
            ]
          : []),
      ]}
      queryValue={typed}
      queryPlaceholder={t('filters.search')}
      onQueryChange={setTyped}
      onQueryClear={() => setTyped('')}
      onClearAll={clear}
    />
  );
}
