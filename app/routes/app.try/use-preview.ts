import { useNavigate, useNavigation } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import type { FieldError } from '#app/ui/form/answer.ts';
import { useErrorText } from '#app/ui/form/error-text.ts';
import { fieldId } from '#app/ui/form/use-editing.ts';
import { EMPTY_LINE, type LineValues, MOST_LINES, type PreviewValues, searchOf } from './preview-values.ts';

/** The form of a preview while it is typed. */
export interface Preview {
  values: PreviewValues;
  isTrying: boolean;
  change(change: Partial<PreviewValues>): void;
  changeLine(index: number, change: Partial<LineValues>): void;
  /** Puts lines after those that are filled in. What is beyond the largest basket is left out. */
  addLines(lines: readonly LineValues[]): void;
  removeLine(index: number): void;
  /** The text of the error of a field, by its path (`lines.0.sku`). */
  error(path: string): string | undefined;
  submit(): void;
}

/**
 * Keeps what is typed. A preview is an address of the page, whose loader tries it: it can be sent to somebody, and the browser's back
 * button leads to the one before.
 *
 * @param loaded the form as the page's address holds it
 * @param errors what is to be corrected in it; the focus goes to the first such field
 */
export function usePreview(loaded: PreviewValues, errors: readonly FieldError[]): Preview {
  const navigate = useNavigate();
  const isTrying = useNavigation().state !== 'idle';
  const errorText = useErrorText('try');
  const [values, setValues] = useState(loaded);
  const [corrected, setCorrected] = useState<ReadonlySet<string>>(new Set());

  const loadedText = JSON.stringify(loaded);
  const submitted = useRef(loadedText);
  useEffect(() => {
    // Another preview than the one that was sent from here: the browser went back or forward.
    if (loadedText !== submitted.current) setValues(JSON.parse(loadedText));
    submitted.current = loadedText;
  }, [loadedText]);

  useEffect(() => {
    setCorrected(new Set());
    const [first] = errors;
    if (first?.field) document.getElementById(fieldId(first.field))?.focus();
  }, [errors]);

  const correct = (paths: readonly string[]) => setCorrected((former) => new Set([...former, ...paths]));
  const setLines = (lines: LineValues[]) =>
    setValues((former) => ({ ...former, lines: lines.length > 0 ? lines : [EMPTY_LINE] }));
  const forgetLineErrors = () =>
    correct(errors.flatMap(({ field }) => (field?.startsWith('lines.') ? field : [])));

  return {
    values,
    isTrying,
    change(change) {
      correct(Object.keys(change));
      setValues((former) => ({ ...former, ...change }));
    },
    changeLine(index, change) {
      correct(Object.keys(change).map((name) => `lines.${index}.${name}`));
      setLines(values.lines.map((line, at) => (at === index ? { ...line, ...change } : line)));
    },
    addLines(lines) {
      forgetLineErrors();
      const filled = values.lines.filter(({ variantId, kind, sku }) => variantId || sku || kind === 'custom');
      setLines([...filled, ...lines].slice(0, MOST_LINES));
    },
    removeLine(index) {
      forgetLineErrors();
      setLines(values.lines.filter((_, at) => at !== index));
    },
    error(path) {
      const found = corrected.has(path) ? undefined : errors.find(({ field }) => field === path);
      return found && errorText(found);
    },
    submit() {
      if (isTrying) return;
      submitted.current = JSON.stringify(values);
      navigate(searchOf(values), { preventScrollReset: true });
    },
  };
}
