import { useAppBridge } from '@shopify/app-bridge-react';
import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './documentation.module.css';

interface CodeBlockProps {
  /** What it is, above it. */
  title: string;
  code: string;
  /** Its height in lines, kept while the code is another: nothing below moves. */
  lines: number;
}

/** Code to be copied, by a button or by hand. */
export function CodeBlock({ title, code, lines }: CodeBlockProps) {
  const { t } = useTranslation('documentation');
  const bridge = useAppBridge();
  const block = useRef<HTMLPreElement>(null);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      bridge.toast.show(t('copied'));
    } catch {
      // The admin or the browser may forbid it: then it is selected, to be copied by hand.
      if (block.current) getSelection()?.selectAllChildren(block.current);
      bridge.toast.show(t('selected'));
    }
  };
  return (
    <BlockStack gap="150">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="span" tone="subdued">
          {title}
        </Text>
        <Button onClick={copy} accessibilityLabel={`${t('copy')}: ${title}`}>
          {t('copy')}
        </Button>
      </InlineStack>
      <section
        aria-label={title}
        className={styles.code}
        style={{ height: `${lines * 1.5 + 2}em` }}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
        tabIndex={0}
      >
        <pre ref={block}>{code}</pre>
      </section>
    </BlockStack>
  );
}
