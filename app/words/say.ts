import type { i18n } from 'i18next';
import type { Cause } from '#app/platform/cause.ts';

/**
 * What one cause says: what happened and, where its code alone tells, what it means and what to do. A code without words, as of a row
 * that another version of the app wrote, is written out.
 */
export function causeText(words: i18n, { code, params = {} }: Cause): string {
  const text = textsOf(words, params);
  const own = text(`orderCauses:${code}`) ?? text(`obstacles:happened.${code}`);
  const remedy = text(`obstacles:remedy.${code}`);
  const reason = text(`reasons:${code}`);
  if (own) return [own, remedy].filter(Boolean).join(' ');
  return [`${reason ?? code.replaceAll(/[_-]+/g, ' ')}.`, remedy].filter(Boolean).join(' ');
}

/** What several causes say, one after the other. */
export function causesText(words: i18n, causes: readonly Cause[]): string {
  return causes.map((cause) => causeText(words, cause)).join(' ');
}

/**
 * What an obstacle says: what happened by its causes, what that means for shoppers by its source, and what to do. The codes that
 * Shopify or OneStock may give to anything stand behind the lead of the source.
 */
export function obstacleText(
  words: i18n,
  { source, causes }: { source: string; causes: readonly Cause[] },
): string {
  const [first, ...others] = causes;
  if (!first) return '';
  const text = textsOf(words, first.params);
  const means = text(`obstacles:means.${source}`);
  const reason = text(`reasons:${first.code}`);
  const led = reason && textsOf(words, { reason })(`obstacles:lead.${source}`);
  const happened = text(`obstacles:happened.${first.code}`) ?? led;
  if (!happened) return [causesText(words, causes), means].filter(Boolean).join(' ');
  return [happened, means, text(`obstacles:remedy.${first.code}`), causesText(words, others)]
    .filter(Boolean)
    .join(' ');
}

/** What an obstacle of a source is, in a few words, with what its subject is called. A source without words is written out. */
export function obstacleTitle(words: i18n, { source, name = '' }: { source: string; name?: string }): string {
  return textsOf(words, { name })(`obstacles:title.${source}`) ?? (name || source.replaceAll(/[_-]+/g, ' '));
}

/** Codes are not known to the types of i18next. */
function textsOf(words: i18n, params: Cause['params'] = {}): (name: string) => string | undefined {
  return (name) => (words.exists(name) ? String(words.t(name as never, params as never)) : undefined);
}
