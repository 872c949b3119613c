import { useFetcher } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import { useEffect, useReducer, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Namespace } from '../i18n/texts.ts';
import type { SaveAnswer } from './answer.ts';
import {
  type EditingEvent,
  type EditingState,
  edit,
  type FormValues,
  isDirty,
  startEditing,
} from './editing-state.ts';
import { useErrorText } from './error-text.ts';

/** A form that is being edited; see {@link useEditing}. */
export interface Editing<Values extends FormValues> {
  /** As typed. */
  values: Values;
  isDirty: boolean;
  isSaving: boolean;
  /** What is to be corrected, in the merchant's language; without a field where it is about all of it. */
  errors: { field?: string; text: string }[];
  /** Saves that were refused so far. */
  refusals: number;
  /** Changes some of the values. */
  change(values: Partial<Values>): void;
  /** What a Polaris field needs: `<TextField label=… autoComplete="off" {...field('host')} />`. */
  field<Name extends keyof Values & string>(name: Name): EditedField<Values[Name]>;
  /** The text of the error of a field or a path (`steps.0.amount`). */
  error(path: string): string | undefined;
  save(): void;
  discard(): void;
}

interface EditedField<Value> {
  id: string;
  name: string;
  value: Value;
  onChange(value: Value): void;
  error: string | undefined;
}

/** The id of a field's input: the focus goes there when the field is to be corrected. */
export function fieldId(path: string): string {
  return `field-${path}`;
}

/**
 * Edits what a loader gave, to be shown within `EditingForm`. Saving posts `{ intent: 'save', ...values }` as JSON to the action of the
 * same route, which answers `saved()` or `refused(errors)`; the route exports `clientAction` from `keep-typed.ts`, so that a failing
 * action loses nothing typed. After a save the form goes on from what the loaders then give.
 *
 * @param loaded the values as saved, plain JSON; a password that is write-only is '' here
 * @param page the namespace whose `errors.<code>` word the errors
 */
export function useEditing<Values extends FormValues>(loaded: Values, page: Namespace): Editing<Values> {
  const { t } = useTranslation();
  // Nothing of it may be read on the server.
  const appBridge = useAppBridge();
  const fetcher = useFetcher<SaveAnswer>();
  const [state, tell] = useReducer(edit as Edit<Values>, loaded, startEditing);
  const errorText = useErrorText(page);

  const loadedText = JSON.stringify(loaded);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another content counts, a page may build the object anew each time
  useEffect(() => tell({ type: 'loaded', loaded }), [loadedText]);

  const handled = useRef<SaveAnswer>(undefined);
  useEffect(() => {
    const answer = fetcher.data as SaveAnswer | undefined;
    if (!answer || answer === handled.current) return;
    // What is saved is known in full once the loaders have run again; a refusal is told at once.
    if (answer.saved && fetcher.state !== 'idle') return;
    handled.current = answer;
    tell({ type: 'answered', answer, loaded });
    if (answer.saved) appBridge.toast.show(t('saveBar.saved'));
  }, [fetcher.data, fetcher.state, loaded, t, appBridge]);

  const errors = state.errors.map((error) => ({ field: error.field, text: errorText(error) }));
  const error = (path: string) => errors.find(({ field }) => field === path)?.text;
  return {
    values: state.typed,
    isDirty: isDirty(state),
    isSaving: state.sent !== null,
    errors,
    refusals: state.refusals,
    change: (change) => tell({ type: 'typed', change }),
    field: (name) => ({
      id: fieldId(name),
      name,
      value: state.typed[name],
      onChange: (value) => tell({ type: 'typed', change: { [name]: value } as unknown as Partial<Values> }),
      error: error(name),
    }),
    error,
    save() {
      if (state.sent) return;
      tell({ type: 'sent' });
      // Values are JSON by their promise, which the type of an interface cannot show.
      const body = { intent: 'save', ...state.typed } as unknown as Record<string, string>;
      fetcher.submit(body, { method: 'post', encType: 'application/json' });
    },
    discard: () => tell({ type: 'discarded' }),
  };
}

type Edit<Values extends FormValues> = (
  state: EditingState<Values>,
  event: EditingEvent<Values>,
) => EditingState<Values>;
