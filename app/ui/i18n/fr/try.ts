import type { tryIt as english } from '../en/try.ts';
import type { Translated } from '../translated.ts';

export const tryIt: Translated<typeof english> = {
  title: 'Essai',
};
