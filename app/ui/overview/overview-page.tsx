import { BlockStack, InlineGrid, Page } from '@shopify/polaris';
import type { Overview } from '#app/features/activity/index.ts';
import { AnswersCard } from './answers-card.tsx';
import { CallbacksCard } from './callbacks-card.tsx';
import { ConnectionCard } from './connection-card.tsx';
import { DeliveryOptionsCard } from './delivery-options-card.tsx';
import { ProblemBanners } from './problem-banners.tsx';

/** The first page of the app: is it connected, what does the checkout offer, what was answered lately, what is wrong. */
export function OverviewPage({ overview }: { overview: Overview }) {
  const { connection, options, callbacks, problems, timezone } = overview;
  const isInBanner = problems.some(({ message }) => message === connection.message);
  return (
    <Page title="Overview">
      <BlockStack gap="400">
        <ProblemBanners problems={problems} timezone={timezone} />
        <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
          <ConnectionCard
            connection={isInBanner ? { ...connection, message: undefined } : connection}
            timezone={timezone}
          />
          <AnswersCard callbacks={callbacks} timezone={timezone} />
        </InlineGrid>
        <DeliveryOptionsCard options={options} />
        <CallbacksCard callbacks={callbacks} timezone={timezone} />
      </BlockStack>
    </Page>
  );
}
