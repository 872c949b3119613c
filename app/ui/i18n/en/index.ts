import polaris from '@shopify/polaris/locales/en.json' with { type: 'json' };
import { english as words } from '#app/words/en/index.ts';
import type { Texts } from '../texts.ts';
import { activity } from './activity.ts';
import { attach } from './attach.ts';
import { common } from './common.ts';
import { configuration } from './configuration.ts';
import { documentation } from './documentation.ts';
import { home } from './home.ts';
import { navigation } from './navigation.ts';
import { options } from './options.ts';
import { orders } from './orders.ts';
import { translations } from './translations.ts';
import { tryIt } from './try.ts';

/** The English texts, one namespace a page. Every other language has their shape. */
export const english = {
  activity,
  attach,
  common,
  configuration,
  documentation,
  home,
  navigation,
  options,
  orders,
  translations,
  try: tryIt,
  ...words,
} as const;

export const texts: Texts = { language: 'en', pages: english, polaris };
