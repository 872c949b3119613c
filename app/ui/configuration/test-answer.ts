import { json } from '@remix-run/node';
import type { AccountRefused, ConnectionDiagnosis, TestRefused } from '#app/features/connection/index.ts';
import type { FieldError } from '../form/answer.ts';
import { type AccountValues, accountInput, fieldErrors } from './form-values.ts';

/** What a try of the account as it is typed is answered. */
export type TestAnswer =
  | { tested: true; diagnosis: ConnectionDiagnosis }
  | { tested: false; errors: FieldError[] };

export function tested(diagnosis: ConnectionDiagnosis) {
  return json<TestAnswer>({ tested: true, diagnosis });
}

/** The account cannot be tried as it is typed, or not at this moment. */
export function untestable(refused: AccountRefused | TestRefused, values: AccountValues) {
  if (!('fields' in refused)) {
    return json<TestAnswer>({ tested: false, errors: [{ code: refused.code }] });
  }
  const { host } = accountInput(values);
  const faults = Object.keys(refused.fields).map((field) => ({
    field,
    code: `account.${field}`,
    params: { host },
  }));
  return json<TestAnswer>({ tested: false, errors: fieldErrors(faults, values) });
}
