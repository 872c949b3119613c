import { z } from 'zod';
import { storableText } from '#app/platform/plain-text.ts';

/** How a setting is edited. What is `special` has a component of its own on the page. */
export type Control =
  | { kind: 'text' | 'password' | 'checkbox' | 'names' | 'special' }
  | { kind: 'number'; unit: string }
  | { kind: 'select' | 'choices'; values: readonly string[] };

/** Where and how the page shows a setting. */
export interface Place {
  /** The card in which it stands. */
  section: string;
  /** Neighbours of one row stand side by side where there is room. */
  row?: string;
  /** Under which heading it stands among the settings of the card that are folded away. */
  topic?: string;
  /** Whether it stands under *More settings*. */
  isFolded?: boolean;
  /** The checkbox of the same group without which it does nothing. */
  enabledBy?: string;
}

/** One setting: everything that follows from it is derived from here. */
export interface Field<Value = unknown, Form = unknown> {
  place: Place;
  control: Control;
  /** What may be saved. */
  schema: z.ZodType<Value>;
  /** What a shop has that saved none. */
  default: Value;
  /** What the page may send; whether it may be saved is told by `schema`. */
  formSchema: z.ZodType<Form>;
  toForm(value: Value): Form;
  /** What was typed, for `schema` to judge. */
  fromForm(form: Form): unknown;
  /** What is said of a value that may not be saved: by the name within its rows, `''` for the field itself. */
  faults: Readonly<Record<string, string>>;
}

/** Of a value that may not be saved, where the setting has no words of its own for it. */
export const INVALID = 'invalid';

const LONGEST_TEXT = 1_000;
const MOST_ROWS = 5_000;

/** A text as a page may send it, without what the database does not take. */
export const formText = z.string().max(LONGEST_TEXT).overwrite(storableText);

/** Rows as a page may send them. */
export const formRows = <Row extends z.ZodType>(row: Row) => z.array(row).max(MOST_ROWS);

interface Asked<Value> {
  default: Value;
  schema: z.ZodType<Value>;
  /** The code of what is said of a value that may not be saved. */
  fault?: string;
}

const faultsOf = (fault: string = INVALID) => ({ '': fault });
const same = <Value>(value: Value) => value;

/** A code or an id; spaces around it do not count. */
export function text(place: Place, { fault, ...asked }: Asked<string>): Field<string, string> {
  return {
    ...asked,
    place,
    control: { kind: 'text' },
    formSchema: formText,
    toForm: same,
    fromForm: (form) => form.trim(),
    faults: faultsOf(fault),
  };
}

/** A secret, which is never given back: empty on the page, and empty to keep the one that is stored. */
export function password(
  place: Place,
  { fault, ...asked }: Omit<Asked<string>, 'default'>,
): Field<string, string> {
  return {
    ...asked,
    default: '',
    place,
    control: { kind: 'password' },
    formSchema: formText,
    toForm: () => '',
    fromForm: same,
    faults: faultsOf(fault),
  };
}

interface WholeNumber extends Omit<Asked<number>, 'schema'> {
  min: number;
  max: number;
  /** As it stands behind the number. */
  unit: string;
}

export function wholeNumber(
  place: Place,
  { min, max, unit, fault, ...asked }: WholeNumber,
): Field<number, string> {
  return {
    ...asked,
    place,
    control: { kind: 'number', unit },
    schema: z.int().min(min).max(max),
    formSchema: formText,
    toForm: String,
    // NaN, which no setting takes, for what is no whole number.
    fromForm: (form) => (/^\d+$/.test(form.trim()) ? Number(form) : Number.NaN),
    faults: faultsOf(fault),
  };
}

export function checkbox(place: Place, asked: { default: boolean }): Field<boolean, boolean> {
  return {
    ...asked,
    place,
    control: { kind: 'checkbox' },
    schema: z.boolean(),
    formSchema: z.boolean(),
    toForm: same,
    fromForm: same,
    faults: faultsOf(),
  };
}

interface OneOf<Value extends string> {
  values: readonly Value[];
  default: NoInfer<Value>;
  fault?: string;
}

/** One of some values, in a list to be opened. */
export function select<const Value extends string>(
  place: Place,
  { values, fault, ...asked }: OneOf<Value>,
): Field<Value, string> {
  return {
    ...asked,
    place,
    control: { kind: 'select', values },
    schema: z.enum(values),
    formSchema: formText,
    toForm: same,
    fromForm: same,
    faults: faultsOf(fault),
  };
}

/** One of a few values, each to be seen with what it means. */
export function choices<const Value extends string>(place: Place, asked: OneOf<Value>): Field<Value, string> {
  return { ...select(place, asked), control: { kind: 'choices', values: asked.values } };
}

/** Names, edited as one text with commas between them. */
export function names(
  place: Place,
  { schema, fault, ...asked }: Omit<Asked<string[]>, 'schema'> & { schema: z.ZodType<string> },
): Field<string[], string> {
  return {
    ...asked,
    place,
    control: { kind: 'names' },
    schema: z.array(schema),
    formSchema: formText,
    toForm: (value) => value.join(', '),
    fromForm: (form) =>
      form
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    faults: faultsOf(fault),
  };
}

type Special<Value, Form> = Omit<Field<Value, Form>, 'place' | 'control'>;

/** A setting that the page edits by a component of its own. */
export function special<Value, Form>(place: Place, asked: Special<Value, Form>): Field<Value, Form> {
  return { ...asked, place, control: { kind: 'special' } };
}
