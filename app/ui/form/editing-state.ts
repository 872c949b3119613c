import type { FieldError, SaveAnswer } from './answer.ts';

/** A form's values, plain JSON. */
export type FormValues = object;

export interface EditingState<Values extends FormValues> {
  /** As last loaded or saved. */
  saved: Values;
  /** As typed. */
  typed: Values;
  /** What is being saved; null while nothing is. */
  sent: Values | null;
  errors: FieldError[];
  /** Saves that were refused so far. Each brings the focus to what is to be corrected. */
  refusals: number;
}

export type EditingEvent<Values extends FormValues> =
  | { type: 'typed'; change: Partial<Values> }
  | { type: 'discarded' }
  | { type: 'sent' }
  | { type: 'answered'; answer: SaveAnswer; loaded: Values }
  | { type: 'loaded'; loaded: Values };

export function startEditing<Values extends FormValues>(loaded: Values): EditingState<Values> {
  return { saved: loaded, typed: loaded, sent: null, errors: [], refusals: 0 };
}

/** Whether something is typed that is not saved. */
export function isDirty<Values extends FormValues>({ saved, typed }: EditingState<Values>): boolean {
  return !isSame(saved, typed);
}

/**
 * The next state of a form. What was typed is only ever replaced when it is saved, when it is discarded, or when nothing differs
 * from what was saved before.
 */
export function edit<Values extends FormValues>(
  state: EditingState<Values>,
  event: EditingEvent<Values>,
): EditingState<Values> {
  switch (event.type) {
    case 'typed':
      return {
        ...state,
        typed: { ...state.typed, ...event.change },
        errors: state.errors.filter(({ field }) => !field || !(rootOf(field) in event.change)),
      };
    case 'discarded':
      return { ...state, typed: state.saved, errors: [] };
    case 'sent':
      return { ...state, sent: state.typed };
    case 'loaded':
      return isDirty(state) ? state : { ...state, saved: event.loaded, typed: event.loaded };
    case 'answered':
      return answered(state, event.answer, event.loaded);
  }
}

function answered<Values extends FormValues>(
  state: EditingState<Values>,
  answer: SaveAnswer,
  loaded: Values,
): EditingState<Values> {
  if (!answer.saved) return { ...state, sent: null, errors: answer.errors, refusals: state.refusals + 1 };
  const typed = state.sent && isSame(state.sent, state.typed) ? loaded : state.typed;
  return { ...state, saved: loaded, typed, sent: null, errors: [] };
}

/** The field that a path leads into. */
function rootOf(path: string): string {
  return path.split('.', 1)[0] ?? path;
}

/** Whether two forms' values are the same. Fields that were not touched are the same object. */
export function isSame<Values extends FormValues>(one: Values, other: Values): boolean {
  const names = Object.keys({ ...one, ...other }) as (keyof Values)[];
  return names.every(
    (name) => Object.is(one[name], other[name]) || JSON.stringify(one[name]) === JSON.stringify(other[name]),
  );
}
