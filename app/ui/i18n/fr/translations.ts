import type { translations as english } from '../en/translations.ts';
import type { Translated } from '../translated.ts';

export const translations: Translated<typeof english> = {
  title: 'Traductions',
};
