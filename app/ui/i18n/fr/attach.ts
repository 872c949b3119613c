import type { attach as english } from '../en/attach.ts';
import type { Translated } from '../translated.ts';

export const attach: Translated<typeof english> = {
  title: 'Paiement',
};
