import type { Cause } from '#app/platform/cause.ts';
import type { TEXT_CODES } from '../shape.ts';
import { DESCRIPTION_PLACEHOLDERS, NAME_PLACEHOLDERS, type Placeholder, templateFault } from '../template.ts';
import type { DeliveryOption } from '../types.ts';
import type { GeneralText } from './general-texts.ts';

/** The longest text that can be saved, in characters. */
const MOST_CHARACTERS = 250;

/** What is wrong with a text, and what the words of the code name. */
export interface TextFault {
  code: keyof typeof TEXT_CODES;
  params: NonNullable<Cause['params']>;
}

/** What of a text's place decides how it may read. */
export type JudgedPlace =
  | { of: 'shop'; text: GeneralText }
  | { of: 'option'; field: 'names' | 'descriptions'; option: Pick<DeliveryOption, 'id' | 'kind' | 'stores'> };

/** The placeholders that can be used where the text is shown. */
export function usablePlaceholders(place: JudgedPlace): readonly Placeholder[] {
  if (place.of === 'shop')
    return place.text === 'home_description' ? ['eta', 'cutoff', 'carrier'] : DESCRIPTION_PLACEHOLDERS;
  if (place.field === 'descriptions') return DESCRIPTION_PLACEHOLDERS;
  return place.option.kind === 'collect' ? NAME_PLACEHOLDERS : [];
}

/** What is wrong with a text that is not empty, or null: the rules under which a delivery option itself is saved. */
export function judgeText(place: JudgedPlace, text: string): TextFault | null {
  if (text.length > MOST_CHARACTERS) return { code: 'text_too_long', params: { most: MOST_CHARACTERS } };
  const fault = templateFault(text, usablePlaceholders(place));
  if (fault) return { ...fault, code: fault.params.allowed === '' ? 'placeholder_none' : fault.code };
  return needsStore(place) && templateFault(text, []) === null
    ? { code: 'store_not_in_name', params: {} }
    : null;
}

/** Several stores are several rates, told apart by their names only. */
function needsStore(place: JudgedPlace): boolean {
  if (place.of === 'shop' || place.field === 'descriptions') return false;
  const { stores } = place.option;
  if (stores === null) return false;
  return (stores.mode === 'near' ? stores.limit : stores.endpointIds.length) > 1;
}
