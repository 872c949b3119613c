import { Box, Card, Layout, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useSectionWords } from './setting-words.ts';

/** On a phone Polaris leaves an annotation without a margin. */
const MARGIN = { xs: '400', sm: '0' } as const;

/** A part of the configuration: what it is about beside a card, or above it on a phone. */
export function Section({ name, children }: { name: string; children: ReactNode }) {
  const { title, description } = useSectionWords(name);
  return (
    <Layout.AnnotatedSection
      title={
        <Box as="span" paddingInlineStart={MARGIN}>
          {title}
        </Box>
      }
      description={
        <Box paddingInline={MARGIN}>
          <Text as="p" tone="subdued">
            {description}
          </Text>
        </Box>
      }
    >
      <Card>{children}</Card>
    </Layout.AnnotatedSection>
  );
}
