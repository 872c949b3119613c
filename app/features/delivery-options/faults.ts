import type { $ZodIssue } from 'zod/v4/core';

/** What is wrong with a field of an option. */
export interface OptionFault {
  /** The path of the field (`price.amount`). */
  field: string;
  /** Stable: `handle_used`, `placeholder_unknown`, `price_invalid`… */
  code: string;
  message: string;
  /** What a translation of the message needs. */
  params: Record<string, string | number>;
}

/** What is wrong with the input, by field. */
export interface DeliveryOptionRefused {
  code: 'delivery_option_refused';
  retryable: false;
  message: string;
  faults: OptionFault[];
}

/** The shop has no such option, or it is archived where one that is not is needed. */
export interface DeliveryOptionMissing {
  code: 'delivery_option_missing';
  retryable: false;
  message: string;
}

/** Somebody else changed the option since it was read; nothing was saved. */
export interface ChangedMeanwhile {
  code: 'changed_meanwhile';
  retryable: false;
  message: string;
  changedAt: Date;
}

export function optionRefused(faults: OptionFault[]): DeliveryOptionRefused {
  const reasons = faults.map(({ field, message }) => `${field}: ${message}`);
  return {
    code: 'delivery_option_refused',
    retryable: false,
    message: `The delivery option was not saved. ${reasons.join(' ')}`,
    faults,
  };
}

export function optionMissing(): DeliveryOptionMissing {
  return {
    code: 'delivery_option_missing',
    retryable: false,
    message: 'There is no such delivery option any more. Shoppers keep what they see now. Reload the list.',
  };
}

export function changedMeanwhile(changedAt: Date): ChangedMeanwhile {
  return {
    code: 'changed_meanwhile',
    retryable: false,
    message:
      'Somebody else changed this delivery option meanwhile, and nothing of yours was saved. Shoppers see the other version. ' +
      'Compare both, then save again.',
    changedAt,
  };
}

/** What the schema refuses, as faults. Those of zod itself are named after the field: `price_invalid`. */
export function faultsOf(issues: readonly $ZodIssue[]): OptionFault[] {
  return issues.map((issue) => {
    const { code, ...params } = issue.code === 'custom' ? (issue.params ?? {}) : {};
    return {
      field: issue.path.map(String).join('.'),
      code: typeof code === 'string' ? code : codeOf(issue),
      message: issue.message,
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
