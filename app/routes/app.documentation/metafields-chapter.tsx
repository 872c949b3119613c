import type { SerializeFrom } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import type { LastPromise } from '#app/features/orders/index.ts';
import type { Part } from '#app/ui/part.ts';
import { Streamed } from '#app/ui/streamed.tsx';
import { Chapter, Section } from './chapter.tsx';
import { CodeBlock } from './code-block.tsx';
import { PROMISE_SOURCES } from './promise-sources.ts';
import { Prose } from './prose.tsx';
import { ReferenceTable } from './reference-table.tsx';
import { CREATION_SAMPLE, metafieldsText, ORDER_QUERY, SAMPLE_METAFIELDS } from './samples.ts';

const FIELDS = [
  ['delivery_method', 'string'],
  ['status', 'string'],
  ['eta_start', 'number'],
  ['eta_end', 'number'],
  ['cutoff', 'number'],
  ['cost', 'number'],
  ['destination', 'object'],
  ['delivery_routes', 'array'],
] as const;

const ENTRY_FIELDS = [
  ['onestock_order_id', 'string'],
  ['fulfillment_order_ids', 'array'],
  ['line_item_ids', 'array'],
  ['code', 'string'],
  ['promise', 'object'],
  ['endpoint_id', 'string'],
  ['source', 'string'],
] as const;

const EXAMPLE_LINES = 24;

/** What integrators read on an order. */
export function MetafieldsChapter({
  lastPromise,
}: {
  lastPromise: Promise<Part<SerializeFrom<LastPromise> | null>>;
}) {
  const { t } = useTranslation('documentation');
  return (
    <Chapter anchor="metafields" title={t('metafields.title')}>
      <Prose text={t('metafields.text')} />
      <ReferenceTable
        label={t('metafields.title')}
        headings={[t('metafields.key'), t('metafields.type'), t('metafields.content')]}
        rows={[
          ['`onestock.delivery_promise`', '`json`', t('metafields.delivery_promise')],
          ['`onestock.endpoint_id`', '`single_line_text_field`', t('metafields.endpoint_id')],
          [
            '`onestock.delivery_promise_source`',
            '`single_line_text_field`',
            t('metafields.delivery_promise_source'),
          ],
          ['`onestock.deliveries`', '`json`', t('metafields.deliveries')],
        ]}
      />
      <CodeBlock title={t('metafields.query')} code={ORDER_QUERY} lines={7} />
      <Section anchor="metafields-example" title={t('metafields.example.title')}>
        <Streamed resolve={lastPromise} fallback={<Sample />} failure={<Sample />}>
          {(last) => (last ? <OrderExample last={last} /> : <Sample />)}
        </Streamed>
      </Section>
      <Section anchor="delivery-promise" title={t('metafields.fields.title')}>
        <Prose text={t('metafields.fields.text')} />
        <ReferenceTable
          label={t('metafields.fields.title')}
          headings={[t('metafields.key'), t('metafields.type'), t('metafields.content')]}
          rows={FIELDS.map(([name, type]) => [`\`${name}\``, `\`${type}\``, t(`metafields.fields.${name}`)])}
        />
      </Section>
      <Section anchor="delivery-promise-source" title={t('metafields.sources.title')}>
        <Prose text={t('metafields.sources.text')} />
        <ReferenceTable
          label={t('metafields.sources.title')}
          headings={[t('metafields.value'), t('metafields.meaning')]}
          rows={PROMISE_SOURCES.map((source) => [`\`${source}\``, t(`metafields.sources.${source}`)])}
        />
      </Section>
      <Section anchor="deliveries" title={t('metafields.entries.title')}>
        <Prose text={t('metafields.entries.text')} />
        <ReferenceTable
          label={t('metafields.entries.title')}
          headings={[t('metafields.key'), t('metafields.type'), t('metafields.content')]}
          rows={ENTRY_FIELDS.map(([name, type]) => [
            `\`${name}\``,
            `\`${type}\``,
            t(`metafields.entries.${name}`),
          ])}
        />
      </Section>
      <Section anchor="order-creation" title={t('metafields.creation.title')}>
        <Prose text={t('metafields.creation.text')} />
        <CodeBlock title={t('metafields.creation.code')} code={CREATION_SAMPLE} lines={18} />
      </Section>
    </Chapter>
  );
}

function OrderExample({ last }: { last: SerializeFrom<LastPromise> }) {
  const { t } = useTranslation('documentation');
  const title = t('metafields.example.order', { order: last.orderName ?? '' });
  return <CodeBlock title={title} code={metafieldsText(last.metafields)} lines={EXAMPLE_LINES} />;
}

function Sample() {
  const { t } = useTranslation('documentation');
  return (
    <CodeBlock
      title={t('metafields.example.sample')}
      code={metafieldsText(SAMPLE_METAFIELDS)}
      lines={EXAMPLE_LINES}
    />
  );
}
