import type { Translated } from '#app/words/translated.ts';
import type * as english from '../en/setting-words.ts';

export const sections: Translated<typeof english.sections> = {
  connection: {
    title: 'Connexion à OneStock',
    description:
      'Le compte avec lequel l’application demande à OneStock les promesses de livraison. Il est essayé avant d’être enregistré : un compte qui ne fonctionne pas ne remplace jamais un compte qui fonctionne.',
  },
  channels: {
    title: 'Canaux de vente',
    description:
      'Le canal de vente détermine le stock et les règles avec lesquels OneStock promet. Un seul suffit ; un pays peut avoir le sien.',
  },
  answers: {
    title: 'Articles et délais',
    description: 'Avancé. Ces valeurs conviennent à la plupart des boutiques.',
  },
  orders: {
    title: 'Commandes',
    description:
      'Les commandes sont créées dans OneStock avec la promesse que le client a vue ; ses colis et ses retraits leur reviennent.',
  },
  rulesets: {
    title: 'Règles d’orchestration',
    description:
      'L’enchaînement de règles avec lequel OneStock orchestre les commandes de chaque option de livraison et de chaque tarif. Pour que les dates soient tenues, choisissez-en un qui respecte la promesse.',
  },
  locations: {
    title: 'Emplacements',
    description:
      'À quel point OneStock correspond chacun de vos emplacements Shopify, et lesquels ne relèvent pas de OneStock.',
  },
};

export const topics: Translated<typeof english.topics> = {
  names: 'Comment s’appellent les commandes',
  when: 'Quand une commande est envoyée',
  what: 'Ce qui est envoyé d’une commande',
  after: 'Une fois la commande envoyée',
  site: 'Vocabulaire de votre site OneStock',
};

export const fields: Translated<typeof english.fields> = {
  account: {
    siteId: {
      label: 'Identifiant du site',
      help: 'Une lettre et des chiffres, tel que OneStock vous l’a donné, par exemple s100.',
      within: 'identifiant du site',
    },
    host: {
      label: 'Hôte',
      within: 'hôte',
    },
    userId: {
      label: 'Identifiant de l’utilisateur',
      within: 'identifiant de l’utilisateur',
    },
    password: {
      label: 'Mot de passe',
      help: 'Il est conservé chiffré et n’est jamais réaffiché.',
      kept: 'Inchangé',
      within: 'mot de passe',
    },
    apiVersion: {
      label: 'Version de l’API',
      help: 'v3, sauf si OneStock vous en a indiqué une autre.',
      within: 'version de l’API',
      values: {
        none: 'Aucune',
      },
    },
  },
  channels: {
    salesChannel: {
      label: 'Canal de vente',
      help: 'Pour tous les pays qui n’ont pas le leur.',
      within: 'canal de vente',
    },
    salesChannels: {
      label: 'Par pays de destination',
      within: 'canaux de vente des pays',
    },
  },
  checkout: {
    itemIdSource: {
      label: 'Identifiant des articles dans OneStock',
      help: 'Les articles qui n’en ont pas ne reçoivent aucune promesse.',
      within: 'identifiant d’article',
      values: {
        sku: 'SKU',
        variant_id: 'Identifiant de la variante Shopify',
      },
    },
    softDeadlineMs: {
      label: 'Attendre OneStock',
      help: 'De 50 à 450 ms. Ensuite les clients voient une promesse plus ancienne ou le repli de chaque option.',
      within: 'attente de OneStock',
    },
    promiseLifeSeconds: {
      label: 'Réutiliser une promesse pendant',
      help: 'De 0 à 3600 s, et jamais au-delà de son heure limite.',
      within: 'réutilisation d’une promesse',
    },
    shownRateLifeHours: {
      label: 'Ce qu’un client a vu compte pendant',
      help: 'De 1 à 720 h, jusqu’à la commande. Ensuite, comme au renouvellement d’un abonnement, OneStock est interrogé à nouveau.',
      within: 'ancienneté de ce qu’un client a vu',
    },
    outsideLines: {
      label: 'À côté d’articles que OneStock n’a pas',
      help: 'OneStock n’est jamais interrogé sur les articles d’un autre service de traitement ni sur les articles personnalisés. S’ils sont seuls, les livraisons sont montrées sans date.',
      within: 'articles que OneStock n’a pas',
      values: {
        leave_out: 'Promettre les autres sans eux',
        no_promise: 'Ne rien promettre : livraisons sans date, aucun retrait',
      },
    },
    signatureMode: {
      label: 'Signature des demandes de tarifs de Shopify',
      help: 'Signaler seulement pour comprendre pourquoi des tarifs manquent : l’adresse des demandes reste secrète dans les deux cas.',
      within: 'signature des demandes de tarifs',
      values: {
        require: 'Exigée',
        report: 'Signalée quand elle est fausse',
      },
    },
  },
  synchronization: {
    syncsOrders: {
      label: 'Synchroniser les commandes',
      help: 'Laissez désactivé si un autre outil transmet déjà vos commandes à OneStock.',
      within: 'synchronisation des commandes',
    },
    syncMoment: {
      label: 'Quand',
      within: 'moment de la synchronisation',
      values: {
        created: 'Dès qu’elles sont passées',
        paid: 'Une fois payées',
      },
      valueHelp: {
        created: 'Le stock est réservé immédiatement.',
        paid: 'Pour les paiements qui prennent des jours, comme les virements.',
      },
    },
  },
  orders: {
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
      label: 'Devant le numéro d’une autre livraison',
      help: 'Une commande dont des parties arrivent de différentes façons donne plusieurs commandes dans OneStock : 1001, 1001-2, 1001-3.',
      within: 'texte devant le numéro d’une autre livraison',
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
      help: 'Pour les applications qui suspendent des commandes quelque temps après leur passage. Une commande n’attend jamais au-delà de son heure limite.',
      within: 'attente avant l’envoi d’une commande',
    },
    heldDays: {
      label: 'Une suspension demande votre attention après',
      unit: 'jours',
      within: 'suspension la plus longue',
    },
    whenLate: {
      label: 'Commandes qui ont attendu jusqu’à arriver plus tard qu’annoncé',
      help: 'Parce qu’elles étaient suspendues, impayées ou programmées.',
      within: 'commandes qui arrivent plus tard qu’annoncé',
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
      help: 'Ils sont mis en attente dans Shopify. Ajoutez out_of_stock ou issue pour mettre aussi ceux-là en attente.',
      within: 'états des articles qui ne viendront pas',
    },
    handedOverGroupStates: {
      label: 'Les articles remis sont',
      help: 'Ils ne sont jamais mis en attente. Si une commande est terminée et que certains n’étaient dans aucun colis, elle demande votre attention.',
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
  },
  mappings: {
    rulesets: {
      within: 'règles d’orchestration',
    },
    locations: {
      within: 'emplacements',
    },
  },
};
