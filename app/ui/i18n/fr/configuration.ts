import type { configuration as english } from '../en/configuration.ts';
import type { Translated } from '../translated.ts';

export const configuration: Translated<typeof english> = {
  title: 'Configuration',
};
