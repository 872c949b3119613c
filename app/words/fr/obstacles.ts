import type { obstacles as english } from '../en/obstacles.ts';
import type { Translated } from '../translated.ts';

export const obstacles: Translated<typeof english> = {
  title: {
    onestock_connection: 'OneStock n’est pas utilisable',
    onestock_access: 'OneStock refuse une partie de ce dont l’application a besoin',
    onestock_endpoints: 'Les magasins n’ont pas pu être lus dans OneStock',
    onestock_webhook: 'OneStock n’annonce peut-être pas ce que deviennent les commandes',
    onestock_webhook_signature: 'Les messages de OneStock sont refusés à cause de leur signature',
    shopify_access: 'L’application ne peut pas utiliser votre boutique',
    shop_facts: 'Des informations de votre boutique n’ont pas pu être lues',
    metafield_definitions: 'Les métachamps de commande n’ont pas pu être préparés',
    carrier_service: 'L’enregistrement pour les tarifs d’expédition demande votre attention',
    currency_mismatch: 'Des options de livraison dans une autre devise ne sont pas affichées',
    carrier_signature: 'Les demandes de tarifs ne sont pas signées comme prévu',
    customer_data_request: 'Demande d’un client au sujet de ses données',
    promise: 'La promesse de la commande {{name}}',
    export: 'L’envoi de la commande {{name}} à OneStock',
    comparison: 'La comparaison de la commande {{name}} avec OneStock',
    difference: 'La commande {{name}} n’est pas la même dans OneStock',
    waiting: 'La commande {{name}} attend quelque chose que vous pouvez faire',
    lateness: 'La commande {{name}} peut arriver plus tard qu’annoncé au client',
    run: 'Abandonné : {{name}}',
  },
  lead: {
    event: 'Un événement n’a pas pu être traité. {{reason}}.',
    shopify_access: 'L’application ne peut pas utiliser votre boutique. {{reason}}.',
    shop_facts:
      'La devise, le fuseau horaire et les langues de votre boutique n’ont pas pu être lus. {{reason}}.',
    metafield_definitions: 'Les métachamps des commandes n’ont pas pu être préparés. {{reason}}.',
    carrier_service: 'L’application n’a pas pu être enregistrée pour les tarifs d’expédition. {{reason}}.',
    onestock_endpoints: 'Les magasins n’ont pas pu être lus chez OneStock. {{reason}}.',
    onestock_webhook:
      'Il n’a pas été possible de demander à OneStock de signaler à cette application ce qui arrive aux commandes. {{reason}}.',
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
    shop_facts: 'Pendant ce temps, les tarifs des clients reposent sur ce qui était connu auparavant.',
    metafield_definitions:
      'Les clients voient leurs options de livraison, mais la promesse risque de ne pas être inscrite sur leurs commandes.',
    carrier_service:
      'Pendant ce temps, les clients risquent de ne voir aucune option de livraison de OneStock au paiement.',
    carrier_service_twice: 'Les clients risquent de voir deux fois chaque option de livraison.',
    currency_mismatch: 'Les clients ne les voient pas.',
    carrier_signature:
      'Les clients ne voient aucune promesse de livraison tant que les signatures sont exigées.',
  },
  remedy: {
    event: 'Réessayez. S’il échoue encore et que rien ne manque, écartez-le.',
  },
};
