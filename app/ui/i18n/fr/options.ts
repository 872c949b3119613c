import type { options as english } from '../en/options.ts';
import type { Translated } from '../translated.ts';

export const options: Translated<typeof english> = {
  title: 'Options de livraison',
};
