import {
  Banner,
  BlockStack,
  Checkbox,
  Pagination,
  SkeletonBodyText,
  Text,
  TextField,
} from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { StoreChoice } from './find-stores.ts';
import { useStorePages } from './use-store-pages.ts';

interface StorePickerProps {
  chosen: readonly string[];
  onAdd(store: StoreChoice): void;
  onRemove(endpointId: string): void;
}

/** The shop's stores, searched and page by page: there may be thousands. */
export function StorePicker({ chosen, onAdd, onRemove }: StorePickerProps) {
  const { t } = useTranslation('options');
  const { query, setQuery, page, failed, show } = useStorePages();
  const size = page?.stores.length ?? 0;
  return (
    <BlockStack gap="300">
      <TextField
        label={t('form.stores.searchLabel')}
        placeholder={t('form.stores.search')}
        autoComplete="off"
        value={query}
        onChange={setQuery}
      />
      {failed && (
        <Banner tone="critical">
          <p>{t('form.stores.failed')}</p>
        </Banner>
      )}
      {!page && !failed && <SkeletonBodyText lines={6} />}
      {page?.total === 0 && (
        <Text as="p" tone="subdued">
          {t('form.stores.noMatch')}
        </Text>
      )}
      <BlockStack>
        {page?.stores.map((store) => (
          <Checkbox
            key={store.endpointId}
            label={[store.name, store.city, store.endpointId].filter(Boolean).join(' · ')}
            checked={chosen.includes(store.endpointId)}
            onChange={(checked) => (checked ? onAdd(store) : onRemove(store.endpointId))}
          />
        ))}
      </BlockStack>
      {page && page.total > size && (
        <Pagination
          label={t('form.stores.page', {
            from: page.offset + 1,
            to: page.offset + size,
            total: page.total,
          })}
          accessibilityLabels={{ previous: t('form.stores.previous'), next: t('form.stores.next') }}
          hasPrevious={page.offset > 0}
          hasNext={page.offset + size < page.total}
          onPrevious={() => show(page.offset - 1)}
          onNext={() => show(page.offset + size)}
        />
      )}
    </BlockStack>
  );
}
