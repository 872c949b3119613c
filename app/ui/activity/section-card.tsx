import { BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

interface SectionCardProps {
  title: string;
  /** What stands beside the title, such as a badge. */
  mark?: ReactNode;
  children: ReactNode;
}

export function SectionCard({ title, mark, children }: SectionCardProps) {
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          {mark}
        </InlineStack>
        {children}
      </BlockStack>
    </Card>
  );
}
