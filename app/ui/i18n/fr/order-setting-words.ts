import type { Translated } from '#app/words/translated.ts';
import type { fields } from '../en/setting-words.ts';

/** The words of the settings by which orders go to OneStock and come back. */
export const orderSettingWords: Translated<(typeof fields)['orders']> = {
  orderId: {
    label: 'Nom d’une commande dans OneStock',
    within: 'nom des commandes dans OneStock',
    values: {
      name: 'Son nom sans #, par exemple 1001',
      numeric: 'Son numéro dans Shopify',
    },
  },
  orderIdPrefix: {
    label: 'Précédé de',
    help: 'Par exemple FR-, si plusieurs boutiques partagent un site OneStock.',
    within: 'texte placé devant',
  },
  deliverySuffix: {
    label: 'Séparateur devant le numéro d’une autre livraison',
    help: 'Une commande dont des parties arrivent de différentes façons donne plusieurs commandes dans OneStock : 1001, 1001-2, 1001-3.',
    within: 'séparateur devant le numéro d’une autre livraison',
  },
  excludedLocations: {
    within: 'emplacements qui ne relèvent pas de OneStock',
  },
  severalDeliveries: {
    label: 'Commandes dont des parties arrivent de différentes façons',
    help: 'Par exemple une partie par la poste et une autre en retrait, ou par deux options de livraison.',
    within: 'commandes à plusieurs livraisons',
    values: {
      send: 'Sont envoyées en une commande par façon',
      leave: 'Sont confiées à une personne',
    },
  },
  linkDeliveries: {
    label: 'Les autres livraisons nomment la première comme commande parente',
    help: 'À activer seulement si votre site OneStock accepte parent_order_id.',
    within: 'commande parente des autres livraisons',
  },
  waitMinutes: {
    label: 'Attente avant l’envoi d’une commande',
    help: 'Pour les applications qui suspendent des commandes quelque temps après leur passage. Cette attente ne dépasse jamais l’heure limite d’une commande.',
    within: 'attente avant l’envoi d’une commande',
  },
  heldDays: {
    label: 'Une suspension demande votre attention après',
    unit: 'jours',
    within: 'suspension la plus longue',
  },
  whenLate: {
    label: 'Commandes qui ont attendu au point de pouvoir arriver plus tard qu’annoncé',
    help: 'Parce qu’elles étaient suspendues, impayées ou programmées.',
    within: 'commandes qui peuvent arriver plus tard qu’annoncé',
    values: {
      send: 'Sont envoyées malgré tout',
      ask: 'Sont envoyées avec l’accord d’une personne',
    },
  },
  customLines: {
    label: 'Lignes qui ne sont pas des produits',
    help: 'Saisies à la main dans une commande : OneStock n’a aucun article pour elles.',
    within: 'lignes qui ne sont pas des produits',
    values: {
      stop: 'Arrêtent la commande jusqu’à une décision',
      leave_out: 'Sont laissées de côté',
    },
  },
  sendTestOrders: {
    label: 'Envoyer les commandes de test',
    within: 'commandes de test',
  },
  includeTips: {
    label: 'Les pourboires font partie du prix',
    within: 'pourboires',
  },
  notifyCustomer: {
    label: 'Shopify écrit au client quand un colis part',
    help: 'Laissez désactivé si OneStock ou un autre outil s’en charge.',
    within: 'e-mail au client',
  },
  removeOnCancel: {
    label: 'Retirer de OneStock les commandes annulées dans Shopify',
    help: 'Seul ce qui n’est pas encore parti peut être retiré.',
    within: 'commandes annulées',
  },
  followRemovals: {
    label: 'Ce qui est remboursé ou retiré dans Shopify',
    help: 'Tant que OneStock doit encore l’envoyer et le permet.',
    within: 'ce qui est remboursé ou retiré',
    values: {
      remove: 'Est retiré de OneStock',
      ask: 'Est confié à une personne',
    },
  },
  fulfilledByHand: {
    label: 'Ce qui est traité dans Shopify pendant que OneStock le prépare',
    help: 'Par votre équipe ou une autre application, après l’envoi de la commande.',
    within: 'ce qui est traité à la main',
    values: {
      remove: 'Est retiré de OneStock',
      ask: 'Est confié à une personne',
    },
  },
  keepUnshippable: {
    label: 'Envoyer aussi les cartes cadeaux et les lignes sans expédition',
    help: 'OneStock doit les connaître comme articles.',
    within: 'cartes cadeaux et lignes non expédiées',
  },
  whereFulfilled: {
    label: 'Les colis sont traités dans Shopify',
    within: 'lieu de traitement',
    values: {
      assigned: 'À l’emplacement attribué par Shopify',
      mapped: 'À l’emplacement du magasin qui les a envoyés',
    },
  },
  shippedParcelStates: {
    label: 'Les colis partis sont',
    help: 'États de votre site OneStock, séparés par des virgules. Un tel colis devient une expédition traitée dans Shopify.',
    within: 'états des colis partis',
  },
  heldGroupStates: {
    label: 'Les articles qui ne viendront pas sont',
    help: 'Ils sont suspendus dans Shopify. Ajoutez out_of_stock ou issue pour suspendre aussi ceux-là.',
    within: 'états des articles qui ne viendront pas',
  },
  handedOverGroupStates: {
    label: 'Les articles remis sont',
    help: 'Ils ne sont jamais suspendus. Si une commande est terminée et que certains n’étaient dans aucun colis, elle demande votre attention.',
    within: 'états des articles remis',
  },
  closedOrderStates: {
    label: 'Les commandes terminées sont',
    help: 'Elles ne sont plus comparées avec OneStock.',
    within: 'états des commandes terminées',
  },
  removedGroupState: {
    label: 'Les articles d’une commande annulée deviennent',
    help: 'Le seul état dans lequel OneStock les place.',
    within: 'état des articles annulés',
  },
  carrierNames: {
    label: 'Transporteurs',
    help: 'Comment s’appelle dans Shopify chaque code de transporteur de OneStock. Les clients reçoivent un lien de suivi pour les transporteurs que Shopify connaît. Les codes écrits de la même façon, comme dhl_express, n’ont pas besoin de ligne.',
    within: 'noms des transporteurs',
  },
  oneStockSignatureForm: {
    label: 'OneStock signe ses événements par',
    help: 'À changer seulement si des événements sont refusés alors que les clés sont bonnes.',
    within: 'signature des événements de OneStock',
    values: {
      body: 'leur contenu',
      timestamp: 'leur heure et leur contenu',
    },
  },
};
