import { Badge, Banner, BlockStack, InlineGrid, InlineStack, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import type { CallbackOverview, DecidedOption, Rung } from '#app/features/activity/index.ts';
import styles from './callbacks-card.module.css';
import { codeInWords } from './format.ts';
import { RUNGS } from './origin.ts';
import { PhaseBar } from './phase-bar.tsx';

/** What Shopify asked, why each delivery option was shown or not, and where the time went. Of what was refused nothing is kept. */
export function CallbackDetails({ callback }: { callback: CallbackOverview }) {
  const { lines, options, failure, phasesMs, durationMs } = callback;
  return (
    <BlockStack gap="400">
      {failure && (
        <Banner tone="warning">
          <p>{failure.message}</p>
          <Text as="p" variant="bodySm" tone="subdued">
            {codeInWords(failure.code)}
          </Text>
        </Banner>
      )}
      {lines.length > 0 && (
        <InlineGrid columns={{ xs: 1, md: ['oneThird', 'twoThirds'] }} gap="400">
          <Section title="Basket">
            <ul className={styles.list}>
              {lines.map(({ sku, quantity }) => (
                <li key={sku}>{`${quantity} × ${sku}`}</li>
              ))}
            </ul>
          </Section>
          <Section title="Delivery options">
            {options.length === 0 ? <Text as="p">None was active.</Text> : <Decisions callback={callback} />}
          </Section>
        </InlineGrid>
      )}
      <Section title="Where the time went">
        <PhaseBar phasesMs={phasesMs} durationMs={durationMs} fullMs={durationMs} legend />
      </Section>
    </BlockStack>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <BlockStack gap="150">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      {children}
    </BlockStack>
  );
}

function Decisions({ callback: { options, rung } }: { callback: CallbackOverview }) {
  return (
    <ul className={styles.list}>
      {options.map((option) => (
        <Decision key={`${option.handle} ${option.code}`} option={option} rungOfAnswer={rung} />
      ))}
    </ul>
  );
}

function Decision({ option, rungOfAnswer }: { option: DecidedOption; rungOfAnswer: Rung }) {
  const origin = option.kept && option.rung && option.rung !== rungOfAnswer && RUNGS[option.rung];
  return (
    <li>
      <InlineStack gap="200" blockAlign="center">
        <Badge tone={option.kept ? 'success' : undefined}>{option.kept ? 'Shown' : 'Left out'}</Badge>
        <Text as="span" fontWeight="medium">
          {option.code}
        </Text>
        <Text as="span" tone="subdued">
          {codeInWords(option.reason)}
        </Text>
        {origin && <Badge tone={origin.tone}>{origin.name}</Badge>}
      </InlineStack>
    </li>
  );
}
