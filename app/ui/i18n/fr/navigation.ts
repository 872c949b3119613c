import type { Translated } from '#app/words/translated.ts';
import type { navigation as english } from '../en/navigation.ts';

export const navigation: Translated<typeof english> = {
  home: 'Accueil',
  options: 'Options de livraison',
  checkout: 'Paiement',
  try: 'Essai',
  orders: 'Commandes',
  activity: 'Activité',
  configuration: 'Configuration',
  translations: 'Traductions',
  documentation: 'Documentation',
};
