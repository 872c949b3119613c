import { faultsOf, type OptionFault } from './faults.ts';
import { type CheckedOption, type DeliveryOptionInput, deliveryOptionSchema } from './schema.ts';

/** An option as far as it can be read while it is being written. */
export interface OptionDraft {
  /** What was typed, with something harmless in place of each part that is at fault. */
  option: CheckedOption;
  faults: OptionFault[];
  /** Whether the price is what was typed. */
  hasPrice: boolean;
}

/** Stands in for parts that cannot be read, so that the others can be shown. */
const HARMLESS: Record<string, unknown> = {
  handle: 'DRAFT',
  deliveryMethod: '-',
  countries: ['FR'],
  basketTotal: { min: null, max: null },
  weightGrams: { min: null, max: null },
  price: { kind: 'fixed', amount: 0, freeFrom: null },
  currency: 'EUR',
  fallback: { policy: 'without_date' },
  fallbackOnly: false,
};

/**
 * Reads an option that somebody is still writing: a fault in one field must not hide what the others look like.
 *
 * @returns null when there is nothing to show yet
 */
export function readDraft(input: DeliveryOptionInput): OptionDraft | null {
  const parsed = deliveryOptionSchema.safeParse(input);
  if (parsed.success) return { option: parsed.data, faults: [], hasPrice: true };
  const faults = faultsOf(parsed.error.issues);
  const roots = new Set(faults.map(({ field }) => rootOf(field)));
  const patched: Record<string, unknown> = { ...input };
  for (const root of roots) if (root in HARMLESS) patched[root] = HARMLESS[root];
  if (roots.has('stores')) patched.stores = harmlessStores(input.kind);
  for (const field of ['names', 'descriptions'] as const) {
    if (roots.has(field)) patched[field] = readable(input[field], faults, field);
  }
  const again = deliveryOptionSchema.safeParse(patched);
  return again.success ? { option: again.data, faults, hasPrice: !roots.has('price') } : null;
}

function readable(
  texts: Record<string, string>,
  faults: OptionFault[],
  field: string,
): Record<string, string> {
  const faulty = new Set(faults.map((fault) => fault.field));
  return Object.fromEntries(
    Object.entries(texts).filter(([language]) => !faulty.has(`${field}.${language}`)),
  );
}

function harmlessStores(kind: string): unknown {
  return kind === 'collect' ? { mode: 'near', radiusKm: 50, limit: 1 } : null;
}

function rootOf(field: string): string {
  return field.split('.', 1)[0] ?? field;
}
