import type { HoldView } from '#app/features/orders/index.ts';
import type { NowAnswer } from './now-answer.ts';

/**
 * Whether nobody prepares the pieces of a hold: OneStock removed them, and nobody had them sent again, or it removed them once more. Where it does
 * not say so now, by what is kept.
 */
export function isUnprepared({ lines, sentAgainAs }: HoldView, answer: NowAnswer | undefined): boolean {
  if (!answer?.isKnown) return sentAgainAs === undefined;
  const held = new Set(lines.map(({ lineItemId }) => lineItemId));
  return answer.now.some(({ items, unprepared }) =>
    unprepared.some(({ itemId, lineItemId }) =>
      items.some(
        (item) =>
          held.has(item.lineItemId) &&
          (lineItemId ?? item.lineItemId) === item.lineItemId &&
          item.itemId === itemId,
      ),
    ),
  );
}
