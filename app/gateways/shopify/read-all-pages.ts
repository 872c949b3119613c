import { err, ok, type Result, type ResultAsync } from 'neverthrow';
import type { ShopifyError } from './errors.ts';

interface Page<Item> {
  nodes: Item[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/**
 * Every item of a connection, page after page.
 * @param pageOf where the page is in an answer; null ends the reading, as what was read from has gone
 */
export async function readAllPages<Answer, Item>(
  ask: (after: string | null) => ResultAsync<Answer, ShopifyError>,
  pageOf: (answer: Answer) => Page<Item> | null | undefined,
): Promise<Result<Item[], ShopifyError>> {
  const items: Item[] = [];
  let after: string | null = null;
  do {
    const answer: Result<Answer, ShopifyError> = await ask(after);
    if (answer.isErr()) return err(answer.error);
    const page = pageOf(answer.value);
    if (!page) break;
    items.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return ok(items);
}
