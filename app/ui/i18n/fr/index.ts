import polaris from '@shopify/polaris/locales/fr.json' with { type: 'json' };
import type { Texts } from '../texts.ts';
import { activity } from './activity.ts';
import { attach } from './attach.ts';
import { common } from './common.ts';
import { configuration } from './configuration.ts';
import { documentation } from './documentation.ts';
import { home } from './home.ts';
import { navigation } from './navigation.ts';
import { options } from './options.ts';
import { orderReasons } from './order-reasons.ts';
import { orders } from './orders.ts';
import { problems } from './problems.ts';
import { reasons } from './reasons.ts';
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
  orderReasons,
  orders,
  problems,
  reasons,
  translations,
  try: tryIt,
};

export const texts: Texts = { language: 'fr', pages: french, polaris };
