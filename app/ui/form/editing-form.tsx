import { BlockStack } from '@shopify/polaris';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import type { FormValues } from './editing-state.ts';
import { ErrorSummary } from './error-summary.tsx';
import { PageSaveBar } from './page-save-bar.tsx';
import { type Editing, fieldId } from './use-editing.ts';

interface EditingFormProps<Values extends FormValues> {
  editing: Editing<Values>;
  children: ReactNode;
}

/**
 * A form with the admin's save bar while something is not saved, a question before it is left then, and, when a save is refused, what
 * is to be corrected above it and the focus in the first such field.
 */
export function EditingForm<Values extends FormValues>({ editing, children }: EditingFormProps<Values>) {
  const { errors, refusals, save } = editing;
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves once a refusal, not when one of its errors is mended
  useEffect(() => {
    if (refusals === 0) return;
    const ids = new Set(errors.map(({ field }) => field && fieldId(field)));
    const first = [...(form.current?.querySelectorAll('[id]') ?? [])].find(({ id }) => ids.has(id));
    if (first instanceof HTMLElement) first.focus();
    else summary.current?.focus();
  }, [refusals]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <PageSaveBar editing={editing} />
      {/* For the Enter key. */}
      <button type="submit" hidden />
      <BlockStack gap="400">
        {errors.length > 0 && (
          <div ref={summary} tabIndex={-1} style={{ outline: 'none' }}>
            <ErrorSummary errors={errors} />
          </div>
        )}
        {children}
      </BlockStack>
    </form>
  );
}
