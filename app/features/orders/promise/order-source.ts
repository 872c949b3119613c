import { type GroupAnswer, type PromiseSource, SOURCES } from './types.ts';

/**
 * One source for the whole order: the least sure among the groups that carry a promise, so that nobody trusts the order more than its
 * weakest promise. Without any promise, `fallback` when a group was shown as a fallback, else `none`.
 */
export function orderSource(groups: readonly GroupAnswer[]): PromiseSource {
  const promised = groups.filter(({ promise }) => promise !== null).map(({ source }) => source);
  const leastSure = SOURCES.findLast((source) => promised.includes(source));
  if (leastSure) return leastSure;
  return groups.some(({ source }) => source === 'fallback') ? 'fallback' : 'none';
}
