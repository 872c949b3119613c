import { err, ok, type Result } from 'neverthrow';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';

export interface Page<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** All nodes of a connection whose first page is at hand. What is deleted meanwhile ends the list. */
export async function remainingNodes<Node>(
  first: Page<Node>,
  next: (after: string) => PromiseLike<Result<Page<Node> | undefined, ShopifyError>>,
): Promise<Result<Node[], ShopifyError>> {
  const nodes = [...first.nodes];
  let { pageInfo } = first;
  while (pageInfo.hasNextPage && pageInfo.endCursor !== null) {
    const page = await next(pageInfo.endCursor);
    if (page.isErr()) return err(page.error);
    if (!page.value) break;
    nodes.push(...page.value.nodes);
    pageInfo = page.value.pageInfo;
  }
  return ok(nodes);
}
