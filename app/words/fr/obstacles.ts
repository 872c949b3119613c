import type { obstacles as english } from '../en/obstacles.ts';
import type { Translated } from '../translated.ts';
import { accountFaults } from './account-faults.ts';

export const obstacles: Translated<typeof english> = {
  title: {
    onestock_connection: 'OneStock n’est pas utilisable',
    onestock_access: 'OneStock refuse une partie de ce dont l’application a besoin',
    onestock_endpoints: 'Les magasins n’ont pas pu être lus dans OneStock',
    onestock_webhook: 'OneStock n’annonce peut-être pas ce que deviennent les commandes',
    onestock_webhook_signature: 'Les messages de OneStock sont refusés à cause de leur signature',
    shopify_access: 'L’application a perdu l’accès à votre boutique',
    shop_facts: 'Des informations de votre boutique n’ont pas pu être lues',
    metafield_definitions: 'Les métachamps de commande n’ont pas pu être préparés',
    carrier_service: 'L’application n’est pas enregistrée pour les tarifs d’expédition',
    currency_mismatch: 'Des options de livraison dans une autre devise ne sont pas affichées',
    carrier_signature: 'Les demandes de tarifs ne sont pas signées comme prévu',
    customer_data_request: 'Demande d’un client au sujet de ses données',
    promise: 'La promesse de la commande {{name}}',
    export: 'L’envoi de la commande {{name}} à OneStock',
    comparison: 'La comparaison de la commande {{name}} avec OneStock',
    difference: 'La commande {{name}} n’est pas la même dans OneStock',
  },
  lead: {
    event: 'Un événement n’a pas pu être traité : {{reason}}.',
    shopify_access: 'L’application ne peut pas utiliser votre boutique : {{reason}}.',
    shop_facts:
      'La devise, le fuseau horaire et les langues de votre boutique n’ont pas pu être lus : {{reason}}.',
    metafield_definitions: 'Les métachamps des commandes n’ont pas pu être préparés : {{reason}}.',
    carrier_service: 'L’application n’a pas pu être enregistrée pour les tarifs d’expédition : {{reason}}.',
    onestock_endpoints: 'Les magasins n’ont pas pu être lus chez OneStock : {{reason}}.',
    onestock_webhook:
      'Il n’a pas été possible de demander à OneStock de signaler à cette application ce qui arrive aux commandes : {{reason}}.',
  },
  happened: {
    sweep_orders_given_up: 'L’application a cessé de chercher les commandes que Shopify n’a pas annoncées.',
    mirror_stores_given_up: 'L’application a cessé de lire les magasins depuis OneStock.',
    check_account_given_up: 'L’application n’a pas pu vérifier le compte OneStock.',
    prepare_shop_given_up: 'L’application n’a pas pu inscrire ses éléments dans Shopify.',
    ensure_webhook_given_up: 'L’application n’a pas pu demander à OneStock de lui annoncer les commandes.',
    rotate_webhook_key_given_up: 'L’application n’a pas pu renouveler la clé avec laquelle OneStock signe.',
    run_stopped_half_way: 'Chacun des dix essais a été interrompu avant sa fin.',
    run_failed_inside: 'Un défaut de l’application elle-même l’en a empêchée.',
    order_taken_up: 'La commande a été prise en charge.',
    ...accountFaults,
    unreadable:
      'Une autre version de l’application a constaté ceci, et cette version ne peut pas lire ce que c’était.',
    inbox_stopped_half_way: 'L’application s’est arrêtée chaque fois qu’elle traitait cet événement.',
    inbox_failed_inside: 'L’application a échoué en traitant cet événement, par sa propre faute.',
    inbox_topic_unknown: 'Cette version de l’application ne connaît pas l’événement « {{topic}} ».',
    inbox_reason_unknown:
      'Une version précédente de l’application n’a pas pu traiter cet événement, et la raison n’en est plus connue.',
    order_event_unreadable: 'Shopify a envoyé un événement au sujet d’une commande sans dire laquelle.',
    carrier_service_refused:
      'Shopify n’a pas enregistré l’application pour le calcul des tarifs d’expédition. Sa réponse : « {{said}} »',
    carrier_service_twice:
      'La boutique a deux services de transporteur de cette application et Shopify n’a pas supprimé le plus ancien. Sa réponse : « {{said}} »',
    definition_refused:
      'Shopify n’a pas créé le métachamp de commande « {{metafield}} ». Sa réponse : « {{said}} »',
    definition_conflict:
      'Votre boutique définit déjà, avec un autre type, des métachamps de commande que l’application écrit : {{metafields}}.',
    endpoints_gone: 'OneStock a répondu que le site n’a aucun endpoint, alors qu’il en avait {{known}}.',
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
  },
  means: {
    event:
      'S’il concerne une commande, celle-ci n’a peut-être pas sa promesse de livraison ou n’est pas à jour dans OneStock.',
    run: 'Ce que ce travail devait faire peut manquer tant qu’il n’a pas abouti.',
    onestock_connection:
      'Pendant ce temps, les clients voient la solution de repli de chaque option de livraison.',
    onestock_access:
      'Les clients voient toujours les promesses de livraison, mais l’application ne peut pas faire tout son travail.',
    onestock_endpoints: 'Les clients continuent de voir les magasins connus jusqu’ici.',
    onestock_webhook: 'Pendant ce temps, les clients apprennent plus tard ce qui arrive à leurs commandes.',
    onestock_webhook_signature:
      'Pendant ce temps, les clients apprennent plus tard ce qui arrive à leurs commandes.',
    shopify_access:
      'Les commandes passées pendant ce temps recevront leur promesse quand tout fonctionnera à nouveau.',
    shop_facts: 'D’ici là, les tarifs des clients reposent sur ce qui était connu auparavant.',
    metafield_definitions:
      'Les clients voient leurs options de livraison, mais la promesse risque de ne pas être inscrite sur leurs commandes.',
    carrier_service:
      'D’ici là, les clients risquent de ne voir aucune option de livraison de OneStock au paiement.',
    currency_mismatch: 'Les clients ne les voient pas.',
    carrier_signature:
      'Les clients ne voient aucune promesse de livraison tant que les signatures sont exigées.',
  },
  remedy: {
    not_loaded: 'Votre paiement n’est pas touché. Réessayez dans un instant.',
    run_stopped_half_way:
      'Réessayez ; si ce message revient, prévenez la personne qui exploite cette application.',
    run_failed_inside:
      'Réessayez ; si ce message revient, prévenez la personne qui exploite cette application.',
    unreadable: 'Si cela reste plus d’un jour, signalez-le à la personne qui exploite cette application.',
    event: 'Réessayez. S’il échoue encore et que rien ne manque, écartez-le.',
    order_event_unreadable:
      'Si une commande venait d’être annulée ou modifiée, synchronisez-la à nouveau, puis écartez l’événement.',
    shopify_not_installed:
      'Ouvrez l’application une fois dans l’interface administrateur Shopify pour la reconnecter.',
    shopify_unauthorized:
      'Ouvrez l’application dans l’interface administrateur Shopify pour renouveler son accès.',
    shopify_throttled: 'L’application réessaie d’elle-même.',
    shopify_unreachable: 'L’application réessaie d’elle-même.',
    shopify_timeout: 'L’application réessaie d’elle-même.',
    shopify_failed: 'L’application réessaie d’elle-même.',
    shopify_refused: 'Vérifiez que l’application a toutes les autorisations qu’elle demande.',
    carrier_service_refused:
      'La raison habituelle est le forfait : les tarifs calculés par une application demandent le forfait Advanced ou supérieur, ou le forfait Grow payé à l’année ou avec l’option d’expédition calculée par le transporteur. Une fois cela réglé, ouvrez à nouveau cette application.',
    carrier_service_twice: 'Supprimez-le dans Paramètres > Expédition et livraison.',
    definition_conflict:
      'Supprimez ces définitions dans Paramètres > Données personnalisées > Commandes, puis ouvrez à nouveau cette application.',
    onestock_unreachable:
      'Vérifiez l’hôte dans la configuration ; s’il est juste, l’application redemande d’elle-même.',
    onestock_timeout: 'L’application redemande d’elle-même ; si cela dure, signalez-le à OneStock.',
    onestock_rate_limited:
      'L’application attend puis redemande ; si cela arrive souvent, demandez à OneStock une limite plus haute.',
    onestock_failed: 'L’application redemande d’elle-même ; si cela dure, signalez-le à OneStock.',
    onestock_credentials_refused:
      'Vérifiez l’identifiant du site, l’identifiant de l’utilisateur et le mot de passe dans la configuration.',
    onestock_forbidden: 'Demandez à OneStock de l’autoriser à l’utilisateur de l’API.',
    onestock_route_unknown: 'Corrigez la version de l’API ou l’hôte dans la configuration.',
    onestock_not_found: 'Vérifiez dans OneStock que cela existe encore.',
    onestock_conflict: 'Regardez dans OneStock ce qui existe déjà.',
    onestock_refused: 'Si cela dure, signalez-le à OneStock.',
    onestock_unreadable: 'Vérifiez l’hôte et la version de l’API dans la configuration.',
    onestock_host_refused:
      'Saisissez une adresse https sous onestock-retail.com, ou demandez à qui exploite cette application de l’autoriser.',
    endpoints_gone: 'Vérifiez dans OneStock que l’utilisateur de l’API peut lire les endpoints du site.',
    webhook_paused: 'Si quelqu’un l’a mis en pause, activez-le dans OneStock.',
    webhook_signature_unknown:
      'L’application redonne sa clé à OneStock dans l’heure ; si ce message reste, demandez à OneStock comment il signe les messages de ses webhooks.',
    currency_mismatch: 'Définissez leurs prix en {{currency}}.',
    carrier_signature_wrong: 'Demandez à qui exploite cette application de vérifier son secret d’API.',
  },
};
