import type { Translated } from '#app/words/translated.ts';
import type * as english from '../en/setting-words.ts';
import { orderSettingWords } from './order-setting-words.ts';

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
      'Les commandes sont créées dans OneStock avec la promesse que le client a vue ; les colis et les articles retirés y sont reportés.',
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
  orders: orderSettingWords,
  mappings: {
    rulesets: {
      within: 'règles d’orchestration',
    },
    locations: {
      within: 'emplacements',
    },
  },
};
