import { Card, Tabs } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LISTS, type ListName } from '#app/ui/activity/search.ts';
import { useActivitySearch } from '#app/ui/activity/use-activity-search.ts';

interface ActivityTabsProps {
  list: ListName;
  /** How many entries need attention. */
  attentionCount: number;
  /** The list that is open. */
  children: ReactNode;
}

/** The lists as tabs of one card. */
export function ActivityTabs({ list, attentionCount, children }: ActivityTabsProps) {
  const { t } = useTranslation('activity');
  const { open } = useActivitySearch();
  const tabs = LISTS.map((name) => ({
    id: `list-${name}`,
    panelID: `panel-${name}`,
    content: t(`lists.${name}`),
    badge: name === 'attention' && attentionCount > 0 ? String(attentionCount) : undefined,
  }));
  return (
    <Card padding="0">
      <Tabs tabs={tabs} selected={LISTS.indexOf(list)} onSelect={(index) => open(LISTS[index] ?? list)}>
        {children}
      </Tabs>
    </Card>
  );
}
