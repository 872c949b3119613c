import { BlockStack, InlineGrid } from '@shopify/polaris';
import { useEffect, useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictBanner } from '../form/conflict-banner.tsx';
import { EditingForm } from '../form/editing-form.tsx';
import { useErrorText } from '../form/error-text.ts';
import { useEditing } from '../form/use-editing.ts';
import type { Part } from '../part.ts';
import { useArrived } from '../use-arrived.ts';
import { ConditionsSection } from './conditions-section.tsx';
import type { EditorFacts } from './editor-facts.ts';
import type { FormPart } from './form-part.ts';
import type { OptionForm } from './form-values.ts';
import type { MethodList } from './method-list.ts';
import { MethodSection } from './method-section.tsx';
import styles from './option-editor.module.css';
import { ownRateWarnings } from './own-rates.ts';
import { PreviewCard } from './preview-card.tsx';
import { PriceSection } from './price-section.tsx';
import { PromiseSection } from './promise-section.tsx';
import { StoresSection } from './stores-section.tsx';
import { TextsSection } from './texts-section.tsx';
import { useFormPreview } from './use-form-preview.ts';
import { WarningsBanner } from './warnings-banner.tsx';

interface OptionEditorProps {
  facts: EditorFacts;
  methods: Promise<Part<MethodList>>;
  /** The names of the merchant's own rates in Shopify. */
  ownRates: Promise<Part<string[]>>;
}

/** The form of an option beside how it looks at checkout. */
export function OptionEditor(props: OptionEditorProps) {
  const [generation, restart] = useReducer((number: number) => number + 1, 0);
  return <EditorOf key={generation} {...props} onUseTheirs={restart} />;
}

function EditorOf({ facts, methods, ownRates, onUseTheirs }: OptionEditorProps & { onUseTheirs(): void }) {
  const { id, form: loaded, languages } = facts;
  const { t } = useTranslation('options');
  const editing = useEditing(loaded, 'options');
  const { values, change } = editing;
  const state = useFormPreview(id, values, facts.formPreview);
  const errorText = useErrorText('options');
  const [language, setLanguage] = useState(languages[0] ?? 'en');
  const known = useArrived(methods);
  const rates = useArrived(ownRates);

  const liveErrors = state.formPreview.errors.filter(
    ({ field = '' }) => id !== null || isTouched(values, loaded, field),
  );
  const errorOf = (path: string) => {
    const live = liveErrors.find(({ field }) => field === path);
    return editing.error(path) ?? (live && errorText(live));
  };
  const part: FormPart = { editing, errorOf };
  useFaultyLanguage(editing.refusals, editing.errors, setLanguage);

  const isConflict = id !== null && editing.isDirty && !editing.isSaving && loaded.version !== values.version;
  return (
    <EditingForm editing={editing}>
      {isConflict && facts.updatedAt && (
        <ConflictBanner
          title={t('conflict.title')}
          nameOf={(name) => t(`conflict.fields.${name}`)}
          mine={values}
          theirs={loaded}
          savedAt={facts.updatedAt}
          onKeepMine={() => change({ version: loaded.version })}
          onUseTheirs={onUseTheirs}
        />
      )}
      <InlineGrid columns={{ xs: 1, lg: ['twoThirds', 'oneThird'] }} gap="400">
        <BlockStack gap="400">
          <WarningsBanner
            warnings={[
              ...state.formPreview.warnings,
              ...ownRateWarnings(values.names, rates?.isThere ? rates.data : []),
            ]}
            currency={values.currency}
            onCurrency={(currency) => change({ currency })}
          />
          <MethodSection
            {...part}
            methods={known}
            savedMethod={loaded.deliveryMethod}
            isNew={id === null}
            primaryLanguage={languages[0] ?? 'en'}
          />
          <TextsSection {...part} languages={languages} language={language} onLanguage={setLanguage} />
          <PriceSection {...part} />
          {values.kind === 'collect' && (
            <StoresSection {...part} storeCount={facts.storeCount} chosenStores={facts.chosenStores} />
          )}
          <ConditionsSection {...part} />
          <PromiseSection {...part} />
        </BlockStack>
        <div>
          <div className={styles.beside}>
            <PreviewCard
              {...state}
              currency={values.currency}
              languages={languages}
              language={language}
              onLanguage={setLanguage}
            />
          </div>
        </div>
      </InlineGrid>
    </EditingForm>
  );
}

/** A new option is full of faults that nobody has made yet: only what was written is judged. */
function isTouched(values: OptionForm, loaded: OptionForm, path: string): boolean {
  const [root] = path.split('.', 1) as [keyof OptionForm];
  return JSON.stringify(values[root]) !== JSON.stringify(loaded[root]);
}

/** A refused text may be in a language that is not shown: shows it. */
function useFaultyLanguage(
  refusals: number,
  errors: { field?: string }[],
  show: (language: string) => void,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a refusal, not while it is being mended
  useEffect(() => {
    const text = errors.find(
      ({ field }) => field?.startsWith('names.') || field?.startsWith('descriptions.'),
    );
    const [, language] = text?.field?.split('.') ?? [];
    if (language) show(language);
  }, [refusals]);
}
