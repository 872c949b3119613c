import type { $ZodIssue } from 'zod/v4/core';
import type { Cause } from '#app/platform/cause.ts';

/** What is wrong with a field of an option. */
export interface OptionFault {
  /** The path of the field (`price.amount`). */
  field: string;
  /** One of `OPTION_CODES`, or named after the field: `price_invalid`. */
  code: string;
  /** What the words of the code name. */
  params: NonNullable<Cause['params']>;
}

/** What is wrong with the input, by field. */
export interface DeliveryOptionRefused {
  code: 'delivery_option_refused';
  retryable: false;
  faults: OptionFault[];
}

/** The shop has no such option, or it is archived where one that is not is needed. */
export interface DeliveryOptionMissing {
  code: 'delivery_option_missing';
  retryable: false;
}

/** Somebody else changed the option since it was read; nothing was saved. */
export interface ChangedMeanwhile {
  code: 'changed_meanwhile';
  retryable: false;
  changedAt: Date;
}

export function optionRefused(faults: OptionFault[]): DeliveryOptionRefused {
  return { code: 'delivery_option_refused', retryable: false, faults };
}

export function optionMissing(): DeliveryOptionMissing {
  return { code: 'delivery_option_missing', retryable: false };
}

export function changedMeanwhile(changedAt: Date): ChangedMeanwhile {
  return { code: 'changed_meanwhile', retryable: false, changedAt };
}

/** What the schema refuses, as faults. Those of zod itself are named after the field: `price_invalid`. */
export function faultsOf(issues: readonly $ZodIssue[]): OptionFault[] {
  return issues.map((issue) => {
    const { code, ...params } = issue.code === 'custom' ? (issue.params ?? {}) : {};
    return {
      field: issue.path.map(String).join('.'),
      code: typeof code === 'string' ? code : codeOf(issue),
      params: params as OptionFault['params'],
    };
  });
}

function codeOf({ code, path }: $ZodIssue): string {
  const [root] = path.map(String);
  if (root === 'names' || root === 'descriptions') {
    if (code === 'too_small') return 'text_empty';
    return code === 'too_big' ? 'text_too_long' : 'language_invalid';
  }
  return `${root}_invalid`;
}
