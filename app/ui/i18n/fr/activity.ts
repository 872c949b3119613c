import type { activity as english } from '../en/activity.ts';
import type { Translated } from '../translated.ts';

export const activity: Translated<typeof english> = {
  title: 'Activité',
};
