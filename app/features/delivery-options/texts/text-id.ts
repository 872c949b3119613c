import { type GeneralText, isGeneralText } from './general-texts.ts';

/** Which text of the shop, in any language. */
export type TextPlace =
  | { of: 'shop'; text: GeneralText }
  | { of: 'option'; field: 'names' | 'descriptions'; optionId: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `shop:home_description`, `names:<option id>`, `descriptions:<option id>`. */
export function textId(place: TextPlace): string {
  return place.of === 'shop' ? `shop:${place.text}` : `${place.field}:${place.optionId}`;
}

/** The text that an id names, or null when it is none. */
export function parseTextId(id: string): TextPlace | null {
  const [kind, rest = ''] = id.split(':', 2);
  if (kind === 'shop') return isGeneralText(rest) ? { of: 'shop', text: rest } : null;
  if (kind !== 'names' && kind !== 'descriptions') return null;
  return UUID.test(rest) ? { of: 'option', field: kind, optionId: rest } : null;
}
