import type { documentation as english } from '../en/documentation.ts';
import type { Translated } from '../translated.ts';

export const documentation: Translated<typeof english> = {
  title: 'Documentation',
};
