import type { SerializeFrom } from '@remix-run/node';
import type { ShopperText } from '#app/features/delivery-options/index.ts';

export type LoadedText = SerializeFrom<ShopperText>;

/** The texts of one delivery option; all general texts are one group. Their order stays. */
export function bySubject(texts: readonly LoadedText[]): [LoadedText, ...LoadedText[]][] {
  const groups = new Map<string, [LoadedText, ...LoadedText[]]>();
  for (const text of texts) {
    const subject = text.subject.of === 'shop' ? 'shop' : (text.id.split(':')[1] ?? '');
    const group = groups.get(subject);
    if (group) group.push(text);
    else groups.set(subject, [text]);
  }
  return [...groups.values()];
}
