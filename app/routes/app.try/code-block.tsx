import { useAppBridge } from '@shopify/app-bridge-react';
import { Button, Collapsible, InlineStack, Text } from '@shopify/polaris';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './code-block.module.css';

interface CodeBlockProps {
  title: string;
  /** Said above the text, such as an address. */
  note?: string;
  text: string;
}

/** A text for technicians, closed until it is wanted. */
export function CodeBlock({ title, note, text }: CodeBlockProps) {
  const { t } = useTranslation('try');
  const { toast } = useAppBridge();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    toast.show(t('exchange.copied'));
  };
  return (
    <div>
      <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
        <Button
          variant="plain"
          textAlign="left"
          disclosure={isOpen ? 'up' : 'down'}
          ariaExpanded={isOpen}
          ariaControls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {title}
        </Button>
        {isOpen && (
          <Button variant="plain" onClick={copy} accessibilityLabel={`${t('exchange.copy')}: ${title}`}>
            {t('exchange.copy')}
          </Button>
        )}
      </InlineStack>
      <Collapsible id={id} open={isOpen}>
        {note && (
          <Text as="p" variant="bodySm" tone="subdued" breakWord>
            {note}
          </Text>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
        <section className={styles.code} tabIndex={0} aria-label={title}>
          <pre>{text}</pre>
        </section>
      </Collapsible>
    </div>
  );
}
