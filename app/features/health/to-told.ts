import type { ToldProblem } from '#app/features/activity/index.ts';

/** What is to be said of a problem, and nothing else of it. */
export function toTold({ key, message, cause }: ToldProblem): ToldProblem {
  return { key, message, ...(cause && { cause }) };
}
