import { useFetcher } from '@remix-run/react';
import { useState } from 'react';
import type { ConnectionDiagnosis } from '#app/features/onestock-account/index.ts';
import { ACCOUNT, formPart } from '#app/features/settings/shape.ts';
import type { SaveAnswer } from '#app/ui/form/answer.ts';
import { useErrorText } from '#app/ui/form/error-text.ts';
import type { TestAnswer } from './test-answer.ts';
import type { ConfigurationValues } from './values.ts';

/** The try of an account that is typed. */
export interface ConnectionTest {
  isRunning: boolean;
  /** What was found; undefined before, and once something else is typed. */
  diagnosis: ConnectionDiagnosis | undefined;
  /** Whether nothing was found out, because the app itself did not answer. */
  isLost: boolean;
  /** Why it was not tried at this moment. */
  refusal: string | undefined;
  /** What is to be corrected in a field before the account can be tried. */
  error(path: string): string | undefined;
  run(): void;
}

/** Tries the account as it is typed, saves nothing, and forgets what was found once another is typed. */
export function useConnectionTest(values: ConfigurationValues): ConnectionTest {
  const fetcher = useFetcher<TestAnswer | SaveAnswer>();
  const errorText = useErrorText('configuration');
  const account = formPart([ACCOUNT], values);
  const typed = JSON.stringify(account);
  const [tried, setTried] = useState<string>();

  const answer =
    fetcher.state === 'idle' && tried === typed ? (fetcher.data as TestAnswer | SaveAnswer) : null;
  const isTest = answer && 'tested' in answer ? answer : undefined;
  const errorOf = (path?: string) => {
    const found = isTest?.tested === false && isTest.errors.find(({ field }) => field === path);
    return found ? errorText(found) : undefined;
  };
  return {
    isRunning: fetcher.state !== 'idle',
    diagnosis: isTest?.tested ? isTest.diagnosis : undefined,
    isLost: Boolean(answer) && !isTest,
    refusal: errorOf(),
    error: errorOf,
    run() {
      setTried(typed);
      fetcher.submit({ intent: 'test', ...account }, { method: 'post', encType: 'application/json' });
    },
  };
}
