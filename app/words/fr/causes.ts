import type { causes as english } from '../en/causes.ts';
import type { Translated } from '../translated.ts';
import { accountCauses } from './account-causes.ts';
import { orderCauses } from './order-causes.ts';

export const causes: Translated<typeof english> = {
  ...accountCauses,
  ...orderCauses,
  sweep_orders_given_up: 'L’application a cessé de chercher les commandes que Shopify n’a pas annoncées.',
  mirror_stores_given_up: 'L’application a cessé de lire les magasins depuis OneStock.',
  check_account_given_up: 'L’application n’a pas pu vérifier le compte OneStock.',
  prepare_shop_given_up: 'L’application n’a pas pu inscrire ses éléments dans Shopify.',
  ensure_webhook_given_up: 'L’application n’a pas pu demander à OneStock de lui annoncer les commandes.',
  rotate_webhook_key_given_up: 'L’application n’a pas pu renouveler la clé avec laquelle OneStock signe.',
  run_stopped_half_way: 'L’application s’est arrêtée pendant chacun des dix essais.',
  run_failed_inside: 'Un défaut de l’application elle-même l’en a empêchée.',
  order_taken_up: 'La commande a été prise en charge.',
  unreadable:
    'Une autre version de l’application a constaté ceci, et cette version ne peut pas lire ce que c’était.',
  inbox_stopped_half_way: 'L’application s’est arrêtée chaque fois qu’elle traitait cet événement.',
  inbox_failed_inside:
    'L’application a échoué en traitant cet événement, à cause d’un défaut qui lui est propre.',
  inbox_topic_unknown: 'Cette version de l’application ne connaît pas l’événement « {{topic}} ».',
  inbox_reason_unknown:
    'Une version précédente de l’application n’a pas pu traiter cet événement, et la raison n’en est plus connue.',
  carrier_service_refused:
    'Shopify n’a pas enregistré l’application pour le calcul des tarifs d’expédition. Sa réponse : « {{said}} ».',
  carrier_service_twice:
    'L’application est enregistrée deux fois pour les tarifs d’expédition, et Shopify n’a pas supprimé l’enregistrement le plus ancien. Sa réponse : « {{said}} ».',
  definition_refused:
    'Shopify n’a pas créé le métachamp de commande « {{metafield}} ». Sa réponse : « {{said}} ».',
  definition_conflict:
    'Votre boutique définit déjà, avec un autre type, des métachamps de commande que l’application écrit : {{metafields}}.',
  endpoints_gone: 'OneStock a répondu que le site n’a aucun point OneStock, alors qu’il en avait {{known}}.',
  webhook_paused:
    'Le webhook de cette application est en pause dans OneStock, qui garde ses messages pendant ce temps. Il reprend de lui-même si OneStock ne faisait que retenter un message.',
  webhook_signature_unknown:
    'Des messages de OneStock au sujet de commandes ont été refusés, car ils n’étaient pas signés avec une clé de cette application.',
  currency_mismatch:
    'Shopify demande les tarifs en {{currency}}, la devise de votre boutique, et ces options de livraison sont dans une autre devise : {{options}}.',
  carrier_signature_wrong:
    'Les demandes de tarifs arrivent à l’adresse secrète de votre boutique, mais leur signature ne correspond pas au secret de l’application.',
  customer_data_none:
    'Un client a demandé ses données (demande {{request}} de Shopify). Cette application ne garde rien à son sujet : il n’y a rien à ajouter à votre réponse.',
  customer_data_kept:
    'Un client a demandé ses données (demande {{request}} de Shopify). Cette application garde, pour {{orders}}, la promesse de livraison affichée au paiement avec ses dates, le magasin, le pays et le code postal ; ni nom, ni e-mail, ni téléphone, ni rue. Ajoutez à votre réponse les métachamps de l’espace de noms « onestock » de ces commandes, qui contiennent la même chose.',
};
