import type { i18n } from 'i18next';
import type { Cause } from '#app/platform/cause.ts';
import type { ObstacleSource } from './codes.ts';
import { textUnder } from './text-under.ts';

/**
 * What one cause says: what happened and, where its code alone tells, what it means and what to do. A code without words, as of a row
 * that another version of the app wrote, is written out.
 *
 * @param isTried whether the app still tries by itself what failed so; it says so then
 */
export function causeText(words: i18n, cause: Cause, isTried = true): string {
  const { code, params } = cause;
  const text = textsOf(words, params);
  const phrase = text(`reasons:${code}`) ?? code.replaceAll(/[_-]+/g, ' ');
  const happened = text(`causes:${code}`) ?? `${phrase}.`;
  return [happened, remedyOf(words, cause, isTried)].filter(Boolean).join(' ');
}

/** What several causes say, one after the other; see {@link causeText}. */
export function causesText(words: i18n, causes: readonly Cause[], isTried = true): string {
  return causes.map((cause) => causeText(words, cause, isTried)).join(' ');
}

/** What to do, and what the app does by itself while the work is still tried. */
function remedyOf(words: i18n, { code, params }: Cause, isTried: boolean): string | undefined {
  const text = textsOf(words, params);
  const goesOn = isTried ? text(`goesOn:${code}`) : undefined;
  return [text(`remedies:${code}`), goesOn].filter(Boolean).join(' ') || undefined;
}

/** The sources whose obstacles are of work that the app has given up. */
const GIVEN_UP: readonly string[] = [
  'promise',
  'export',
  'comparison',
  'event',
  'run',
] satisfies ObstacleSource[];

/** What an obstacle's words are made of. */
interface ObstacleCauses {
  source: string;
  causes: readonly Cause[];
}

/** What an obstacle says, by its source, piece by piece; see {@link obstacleText}. */
export interface ObstaclePieces {
  happened: string;
  means?: string;
  remedy?: string;
  others: string;
}

/**
 * What an obstacle says: what happened by its causes, what that means for shoppers by its source, and what to do. The codes that
 * Shopify or OneStock may give to anything stand behind the lead of the source, which may have a remedy of its own for all of them.
 */
export function obstacleText(words: i18n, obstacle: ObstacleCauses): string {
  const { happened, means, remedy, others } = obstaclePieces(words, obstacle);
  return [happened, means, remedy, others].filter(Boolean).join(' ');
}

/** The pieces of {@link obstacleText}, for who says more between them. */
export function obstaclePieces(words: i18n, { source, causes }: ObstacleCauses): ObstaclePieces {
  const [first, ...others] = causes;
  const isTried = !GIVEN_UP.includes(source);
  if (!first) return { happened: '', others: '' };
  const text = textsOf(words, first.params);
  const means = text(`obstacles:means.${first.code}`) ?? text(`obstacles:means.${source}`);
  const own = text(`causes:${first.code}`);
  const happened = own ?? leadText(words, source, first);
  if (!happened) return { happened: causesText(words, causes, isTried), means, others: '' };
  const [ofCode, ofSource] = [remedyOf(words, first, isTried), text(`obstacles:remedy.${source}`)];
  const remedy = own ? (ofCode ?? ofSource) : (ofSource ?? ofCode);
  return { happened, means, remedy, others: causesText(words, others, isTried) };
}

function leadText(words: i18n, source: string, { code }: Cause): string | undefined {
  const reason = textsOf(words)(`reasons:${code}`);
  return reason && textsOf(words, { reason })(`obstacles:lead.${source}`);
}

/** What an obstacle of a source is, in a few words, with what its subject is called. A source without words is written out. */
export function obstacleTitle(words: i18n, { source, name = '' }: { source: string; name?: string }): string {
  return textsOf(words, { name })(`obstacles:title.${source}`) ?? (name || source.replaceAll(/[_-]+/g, ' '));
}

/**
 * What a code says in a phrase, for a cell of a table; whole sentences where it has no phrase. A code without words is written out.
 * Codes are known by their values only, so parameters have no place here.
 */
export function reasonText(words: i18n, code: string): string {
  const text = textsOf(words);
  return text(`reasons:${code}`) ?? text(`causes:${code}`) ?? code.replaceAll(/[_-]+/g, ' ');
}

function textsOf(words: i18n, params?: Cause['params']): (key: string) => string | undefined {
  return (key) => textUnder(words, key, quotable(params));
}

/** What an outside system said stands in quotation marks before a full stop, and needs none of its own. */
function quotable(params: Cause['params']): Cause['params'] {
  return typeof params?.said === 'string' ? { ...params, said: params.said.replace(/[\s.]+$/, '') } : params;
}
