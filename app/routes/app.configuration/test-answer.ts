import { json } from '@remix-run/node';
import type {
  AccountRefused,
  ConnectionDiagnosis,
  TestRefused,
} from '#app/features/onestock-account/index.ts';
import { ACCOUNT, pathOf } from '#app/features/settings/shape.ts';
import type { FieldError } from '#app/ui/form/answer.ts';

/** What a try of the account as it is typed is answered. */
export type TestAnswer =
  | { tested: true; diagnosis: ConnectionDiagnosis }
  | { tested: false; errors: FieldError[] };

export function tested(diagnosis: ConnectionDiagnosis) {
  return json<TestAnswer>({ tested: true, diagnosis });
}

/** The account cannot be tried as it is typed, or not at this moment. */
export function untestable(refused: AccountRefused | TestRefused, host: string) {
  if (!('fields' in refused)) return json<TestAnswer>({ tested: false, errors: [{ code: refused.code }] });
  const errors = Object.keys(refused.fields).map((name) => ({
    field: pathOf(ACCOUNT.name, name),
    code: `account.${name}`,
    params: { host },
  }));
  return json<TestAnswer>({ tested: false, errors });
}
