import { BlockStack, InlineGrid } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { AttentionSummary, CheckoutHealth, HealthReport, Setup } from '#app/features/health/index.ts';
import type { OrderCounts } from '#app/features/orders/index.ts';
import { FailureBanner } from '#app/ui/failure-banner.tsx';
import type { Part } from '#app/ui/part.ts';
import { Streamed } from '#app/ui/streamed.tsx';
import { useArrived } from '#app/ui/use-arrived.ts';
import { AnswersCard } from './answers-card.tsx';
import { AttentionBanner } from './attention-banner.tsx';
import { CardSkeleton } from './card-skeleton.tsx';
import { CheckoutCard } from './checkout-card.tsx';
import { ObstacleBanners } from './obstacle-banners.tsx';
import { OneStockCard } from './onestock-card.tsx';
import { OrdersCard } from './orders-card.tsx';
import { RepeatedCharge } from './repeated-charge.tsx';
import { SetupCard } from './setup-card.tsx';

interface HomeContentProps {
  shop: string;
  setup: Part<Setup>;
  attention: Part<AttentionSummary>;
  orders: Part<OrderCounts>;
  report: Promise<Part<HealthReport>>;
  checkout: Promise<Part<CheckoutHealth>>;
}

/** The steps first until all are done; from then on whether shoppers get promises. */
export function HomeContent({ shop, setup, attention, orders, report, checkout }: HomeContentProps) {
  const { t } = useTranslation('home');
  if (!setup.isThere) return <FailureBanner />;
  const { steps, isComplete } = setup.data;
  const hasCallback = steps.some(({ name, state }) => name === 'first_callback' && state === 'done');
  const stepsCard = <Steps shop={shop} setup={setup.data} checkout={checkout} />;
  return (
    <BlockStack gap="400">
      {attention.isThere ? (
        <>
          <ObstacleBanners
            obstacles={[...attention.data.ofShop, ...attention.data.notices]}
            areStepsShown={!isComplete}
          />
          <AttentionBanner attention={attention.data} />
        </>
      ) : (
        <FailureBanner title={t('obstacles.failure')} />
      )}
      {!isComplete && stepsCard}
      <Streamed
        resolve={report}
        fallback={<CardSkeleton size={hasCallback ? 'chart' : 'line'} />}
        failure={<FailureBanner title={t('answers.failure')} />}
      >
        {(arrived) => <AnswersCard report={arrived} isEmpty={!hasCallback} />}
      </Streamed>
      {hasCallback ? (
        <InlineGrid columns={{ xs: 1, md: 2 }} gap="400" alignItems="start">
          <Streamed resolve={report} fallback={<CardSkeleton size="facts" />} outdated={null}>
            {({ oneStock, day }) => <OneStockCard oneStock={oneStock} latency={day.oneStockMs} />}
          </Streamed>
          <div>
            <Streamed
              resolve={checkout}
              fallback={<CardSkeleton size="facts" />}
              failure={<FailureBanner title={t('checkout.failure')} />}
            >
              {(arrived) => <CheckoutCard checkout={arrived} />}
            </Streamed>
          </div>
        </InlineGrid>
      ) : (
        <Streamed resolve={checkout} fallback={null} failure={null} outdated={null}>
          {({ origins }) => origins.isKnown && <RepeatedCharge origins={origins.answer} />}
        </Streamed>
      )}
      {orders.isThere ? (
        orders.data.isOn && (
          <OrdersCard
            counts={orders.data}
            needsAttention={attention.isThere ? attention.data.ofOrders : undefined}
          />
        )
      ) : (
        <FailureBanner title={t('ordersFailure')} />
      )}
      {isComplete && stepsCard}
    </BlockStack>
  );
}

/** Our own facts at once, Shopify's when they come; they may not come. */
function Steps({
  shop,
  setup,
  checkout,
}: {
  shop: string;
  setup: Setup;
  checkout: HomeContentProps['checkout'];
}) {
  const arrived = useArrived(checkout);
  const told = arrived?.isThere ? arrived.data.setup : withoutShopify(setup);
  return <SetupCard shop={shop} setup={arrived ? told : setup} isCollapsible={setup.isComplete} />;
}

function withoutShopify(setup: Setup): Setup {
  const steps = setup.steps.map((step) =>
    step.state === 'asking' ? { ...step, state: 'unknown' as const } : step,
  );
  return { ...setup, steps };
}
