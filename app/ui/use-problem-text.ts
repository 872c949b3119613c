import type { i18n } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ToldProblem } from '#app/features/activity/index.ts';

/** Words problems in the merchant's language: see {@link problemText}. */
export function useProblemText(): (problem: ToldProblem) => string {
  const { i18n } = useTranslation();
  return (problem) => problemText(i18n, problem);
}

/**
 * What happened, what it means for shoppers, what to do, by the problem's cause. One whose cause has no words here, as of a row of another
 * version, is told by its own English message.
 */
export function problemText(i18n: i18n, { key, message, cause }: ToldProblem): string {
  if (!cause) return message;
  const { code, params = {} } = cause;
  // Keys and codes are not known to the types.
  const text = (name: string, named: object = params) =>
    i18n.exists(name) ? String(i18n.t(name as never, named as never)) : undefined;
  const reason = text(`reasons:${code}`);
  const happened =
    text(`obstacles:happened.${code}`) ??
    text(`configuration:errors.faults.${code}`) ??
    (reason && text(`obstacles:lead.${key}`, { reason }));
  if (!happened) return message;
  const parts = [happened, text(`obstacles:means.${key}`), text(`obstacles:remedy.${code}`)];
  return parts.filter(Boolean).join(' ');
}
