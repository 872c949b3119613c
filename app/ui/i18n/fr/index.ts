import polaris from '@shopify/polaris/locales/fr.json' with { type: 'json' };
import { french as words } from '#app/words/fr/index.ts';
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

const french: Texts['pages'] = {
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
};

export const texts: Texts = { language: 'fr', pages: french, polaris };
