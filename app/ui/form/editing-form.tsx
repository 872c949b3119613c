import { BlockStack } from '@shopify/polaris';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useIsHydrated } from '../use-is-hydrated.ts';
import type { FormValues } from './editing-state.ts';
import { ErrorSummary } from './error-summary.tsx';
import { PageSaveBar } from './page-save-bar.tsx';
import { type Editing, fieldId } from './use-editing.ts';

/** An attribute that React's types do not have before version 19. */
const INERT = { inert: '' };

interface EditingFormProps<Values extends FormValues> {
  editing: Editing<Values>;
  children: ReactNode;
}

/**
 * A form with the admin's save bar while something is not saved, a question before it is left then, and, when a save is refused, what
 * is to be corrected above it and the focus in the first such field.
 *
 * Nothing can be typed before the browser has taken the form over: React would not know of it.
 */
export function EditingForm<Values extends FormValues>({ editing, children }: EditingFormProps<Values>) {
  const { errors, refusals, save } = editing;
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const isHydrated = useIsHydrated();

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
    <form ref={form} onSubmit={submit} noValidate {...(!isHydrated && INERT)}>
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
