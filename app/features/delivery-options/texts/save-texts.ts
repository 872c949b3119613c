import { err, ok, type Result } from 'neverthrow';
import type { Database } from '#app/platform/database/client.ts';
import { notifyConfigurationChanged } from '#app/platform/database/listen.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { languageCode } from '../schema.ts';
import { judgeText, type TextFault } from './judge-text.ts';
import { lockOwnTexts, type OwnText, writeOwnTexts } from './own-texts.ts';

/** A text in one language as it is to be, and as it was when whoever changes it read it. Empty: it has no words of its own. */
export interface TextChange {
  /** See `textId`. */
  id: string;
  language: string;
  text: string;
  was: string;
}

/** Why a text cannot be saved. */
export type RefusedText = TextFault & Pick<TextChange, 'id' | 'language'>;

/** Why nothing was saved. `text_unknown`: an id names no text of this shop, or a language is none. */
export type TextsRefused =
  | { code: 'texts_refused'; retryable: false; faults: RefusedText[] }
  | { code: 'text_unknown'; retryable: false };

/**
 * Saves all of the changes or none. A text that somebody else changed meanwhile is refused, as is one that the checkout could not
 * show. Rate requests see the new texts at once.
 */
export function saveTexts(
  { prisma }: Database,
  shop: ShopDomain,
  changes: readonly TextChange[],
): Promise<Result<void, TextsRefused>> {
  return prisma.$transaction(async (transaction) => {
    const texts = await lockOwnTexts(transaction, shop, [...new Set(changes.map(({ id }) => id))]);
    const faults: RefusedText[] = [];
    for (const change of changes) {
      const own = texts.get(change.id);
      if (!own || !languageCode.safeParse(change.language).success) return err(unknown());
      const fault = apply(change, own);
      if (fault) faults.push({ id: change.id, language: change.language, ...fault });
    }
    if (faults.length > 0) return err(refused(faults));
    await writeOwnTexts(transaction, shop, texts.values());
    await notifyConfigurationChanged(transaction, shop);
    return ok();
  });
}

function apply({ language, text, was }: TextChange, { place, words }: OwnText): TextFault | null {
  const wanted = text.trim();
  const current = words[language] ?? '';
  if (current !== was && current !== wanted) return { code: 'changed_meanwhile', params: { current } };
  const fault = wanted === '' ? null : judgeText(place, wanted);
  if (fault) return fault;
  if (wanted !== '') words[language] = wanted;
  else delete words[language];
  const isNameless = place.of === 'option' && place.field === 'names' && Object.keys(words).length === 0;
  return isNameless ? { code: 'name_missing', params: {} } : null;
}

function refused(faults: RefusedText[]): TextsRefused {
  return { code: 'texts_refused', retryable: false, faults };
}

function unknown(): TextsRefused {
  return { code: 'text_unknown', retryable: false };
}
