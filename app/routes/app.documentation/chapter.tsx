import { BlockStack, Card, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import styles from './documentation.module.css';

interface HeadedProps {
  anchor: string;
  title: string;
  children: ReactNode;
}

export function Chapter({ anchor, title, children }: HeadedProps) {
  return (
    <Card>
      <section id={anchor} className={styles.anchored}>
        <BlockStack gap="500">
          <Text as="h2" variant="headingLg">
            {title}
          </Text>
          {children}
        </BlockStack>
      </section>
    </Card>
  );
}

export function Section({ anchor, title, children }: HeadedProps) {
  return (
    <section id={anchor} className={styles.anchored}>
      <BlockStack gap="200">
        <Text as="h3" variant="headingMd">
          {title}
        </Text>
        {children}
      </BlockStack>
    </section>
  );
}
