import type { Translated } from '#app/words/translated.ts';
import type { attach as english } from '../en/attach.ts';

export const attach: Translated<typeof english> = {
  title: 'Paiement',
  subtitle: 'Où vos options de livraison sont proposées aux clients',
  zones_one: '{{count}} zone d’expédition',
  zones_other: '{{count}} zones d’expédition',
  markets_one: '{{count}} marché',
  markets_other: '{{count}} marchés',
  restOfWorld: 'Tous les autres pays',
  moreCountries: '{{countries}} et {{more}} autres',
  shipsFrom: 'Expédié depuis {{locations}}',
  coverage: {
    live: 'En ligne',
    partly: 'En ligne en partie',
    notLive: 'Hors ligne',
    title: 'Couverture : {{attached}} sur {{places}}',
    none: 'Les clients ne voient encore aucune de vos options de livraison et rien n’est demandé à OneStock. Choisissez ci-dessous où les proposer, ou rattachez-les partout.',
    some: 'Ailleurs, les clients ne voient que vos autres tarifs d’expédition.',
    all: 'Tous ceux qui peuvent commander dans votre boutique voient vos options de livraison.',
    hiding:
      'Là où figure « Masque les nouveautés », une option de livraison ajoutée plus tard reste cachée aux clients. Corrigez-le ci-dessous.',
    everywhere: 'Rattacher partout',
    rest: 'Rattacher au reste',
  },
  places: {
    profiles: 'Zones d’expédition',
    markets: 'Marchés',
    selectAll: 'Tout sélectionner',
    selected_one: '{{count}} sélection',
    selected_other: '{{count}} sélections',
    attach: 'Rattacher',
    detach: 'Détacher',
    setRight: 'Corriger',
    attachTo: 'Rattacher à {{place}}',
    detachFrom: 'Détacher de {{place}}',
    setRightIn: 'Corriger dans {{place}}',
    emptyProfiles:
      'Votre boutique n’a pas encore de zone d’expédition. Ajoutez-en une dans l’interface administrateur Shopify : elle apparaîtra ici et la livraison pourra y être proposée.',
    emptyMarkets:
      'Votre boutique n’a pas encore de marché de pays actif. Ajoutez-en un dans l’interface administrateur Shopify : il apparaîtra ici et la livraison pourra y être proposée.',
    unreadable: 'Accordez l’autorisation ci-dessus pour voir vos marchés et vos zones ici.',
  },
  state: {
    attached: 'Rattaché',
    attached_hiding_new_services: 'Masque les nouveautés',
    not_attached: 'Non rattaché',
    inherited: 'Du marché parent',
    shipping_off: 'Expédition désactivée',
    attaching: 'Rattachement',
    detaching: 'Détachement',
  },
  explained: {
    inherited:
      'Reprend l’expédition de son marché parent : rattachez les tarifs à celui-ci, les clients d’ici les verront aussi.',
    shipping_off:
      'Ici, les clients ne voient aucun tarif. Activez l’expédition de ce marché dans l’interface administrateur Shopify, puis rattachez.',
  },
  done: {
    attached: 'Rattaché à {{places}}',
    detached: 'Détaché de {{places}}',
  },
  failed: {
    title: 'Changement non effectué pour {{places}}',
    text: 'La raison figure à côté. Les clients y voient ce qu’ils voyaient avant.',
  },
  question: {
    title: 'Détacher de {{places}} ?',
    text: 'Les clients n’y verront plus vos options de livraison. Si aucun autre tarif d’expédition n’y est proposé, ils ne peuvent plus commander. Vous pouvez rattacher à nouveau à tout moment.',
    confirm: 'Détacher',
    cancel: 'Annuler',
  },
  missing: {
    title: 'Shopify ne connaît pas cette application comme source de tarifs d’expédition',
    text: 'Il n’y a rien à rattacher et les clients ne voient aucune de vos options de livraison. Enregistrez-la, puis rattachez les tarifs ci-dessous.',
    action: 'Enregistrer à nouveau',
  },
  inactive: {
    title: 'Shopify a désactivé les tarifs d’expédition de l’application',
    text: 'Les clients ne voient aucune de vos options de livraison. La raison habituelle est un forfait sans tarifs calculés par un transporteur : dès que le forfait les comprend, enregistrez à nouveau.',
    action: 'Enregistrer à nouveau',
  },
  permission: {
    profilesTitle: 'L’application ne peut pas modifier vos paramètres d’expédition',
    marketsTitle: 'L’application ne peut pas modifier vos marchés',
    text: 'Les clients voient ce qu’ils voyaient avant. Accordez l’autorisation ({{scopes}}), ou rattachez les tarifs à la main comme indiqué ci-dessous.',
    action: 'Accorder l’autorisation',
    declined:
      'L’autorisation n’a pas été accordée. Accordez-la, ou rattachez les tarifs à la main comme indiqué ci-dessous.',
    failed:
      'Shopify n’a pas demandé l’autorisation. Rattachez les tarifs à la main comme indiqué ci-dessous.',
  },
  unknown: { title: 'Impossible de lire où vos tarifs sont rattachés' },
  byHand: {
    title: 'Rattacher à la main',
    show: 'Afficher les étapes',
    hide: 'Masquer les étapes',
    openProfiles: 'Ouvrir Expédition et livraison',
    openMarkets: 'Ouvrir Marchés',
    profiles: {
      open: 'Dans l’interface administrateur Shopify, ouvrez Paramètres > Expédition et livraison.',
      choose:
        'Ouvrez le profil d’expédition de vos produits. La plupart des boutiques n’en ont qu’un, le profil général.',
      add: 'Dans chaque zone d’expédition où vos options de livraison doivent apparaître, choisissez Ajouter un tarif.',
      carrier:
        'Choisissez « Utiliser un transporteur ou une application pour calculer les tarifs », puis OneStock.',
      future:
        'Laissez l’affichage automatique des nouveaux services : vos prochaines options apparaîtront d’elles-mêmes.',
      save: 'Choisissez Terminé, puis Enregistrer.',
    },
    markets: {
      open: 'Dans l’interface administrateur Shopify, ouvrez Paramètres > Marchés.',
      choose:
        'Ouvrez un marché où vos options de livraison doivent apparaître, puis son expédition. S’il reprend l’expédition d’un autre marché, ouvrez celui-ci.',
      add: 'Vérifiez que l’expédition y est activée et ajoutez une option d’expédition.',
      carrier: 'Choisissez les tarifs calculés par un transporteur ou une application, puis OneStock.',
      future:
        'Laissez l’affichage automatique des nouveaux services : vos prochaines options apparaîtront d’elles-mêmes.',
      save: 'Enregistrez, puis faites de même pour les autres marchés.',
    },
  },
  errors: {
    not_saved:
      'On ne sait pas si le changement a été fait. Rechargez la page pour le voir ; demander à nouveau n’ajoute rien en double.',
    carrier_service_missing:
      'Shopify ne connaît pas cette application comme source de tarifs d’expédition : rien n’a été rattaché. Enregistrez-la, puis rattachez les tarifs.',
    carrier_service_inactive:
      'Shopify a désactivé les tarifs d’expédition de l’application : rien n’a été rattaché. Dès que votre forfait comprend les tarifs calculés par un transporteur, enregistrez à nouveau.',
    carrier_service_refused:
      'Shopify n’a pas enregistré l’application pour les tarifs d’expédition. La raison habituelle est le forfait : il faut le forfait Advanced ou supérieur, ou le forfait Grow payé à l’année ou avec le module des tarifs calculés par un transporteur.',
    scope_missing:
      'Une autorisation manque à l’application ({{scopes, list}}) : rien n’a été changé. Les clients voient ce qu’ils voyaient avant. Accordez-la, ou rattachez les tarifs à la main.',
    shopify_not_installed:
      'L’application n’a pas accès à cette boutique. Ouvrez-la à nouveau depuis l’interface administrateur Shopify pour la reconnecter.',
    shopify_unauthorized:
      'Shopify n’accepte plus l’accès de l’application. Ouvrez-la à nouveau depuis l’interface administrateur Shopify pour le renouveler.',
    shopify_refused:
      'Shopify a refusé de répondre. Vérifiez que l’application a toutes les autorisations qu’elle demande.',
    shopify_throttled:
      'Shopify limite pour l’instant les demandes de l’application. Les clients voient ce qu’ils voyaient avant. Réessayez dans une minute.',
    shopify_unreachable:
      'Shopify est injoignable. Les clients voient ce qu’ils voyaient avant. Réessayez dans une minute.',
    shopify_timeout:
      'Shopify n’a pas répondu à temps. Les clients voient ce qu’ils voyaient avant. Réessayez dans une minute.',
    shopify_failed:
      'Shopify a eu une erreur interne. Les clients voient ce qu’ils voyaient avant. Réessayez dans une minute.',
  },
  failures: {
    unanswered: 'Non changé : Shopify n’a pas répondu. Réessayez ; rien n’est ajouté en double.',
    place_unknown:
      'Un des éléments choisis n’existe plus dans Shopify. Rien n’a changé pour les clients. Choisissez à nouveau dans la liste actuelle.',
    place_inherits_shipping:
      'Non rattaché : ce marché reprend l’expédition de son marché parent. Rattachez les tarifs au marché parent.',
    place_shipping_off:
      'Non rattaché : l’expédition est désactivée ici. Activez-la d’abord dans l’interface administrateur Shopify.',
    plan_without_carrier_rates:
      'Non rattaché : votre forfait Shopify ne comprend pas les tarifs calculés par un transporteur. Il faut le forfait Advanced ou supérieur, ou le forfait Grow payé à l’année ou avec le module correspondant. Shopify a répondu : « {{said}} »',
    place_refused:
      'Non changé. Shopify a répondu : « {{said}} » Modifiez-le à la main dans l’interface administrateur Shopify.',
    change_without_effect:
      'Shopify a accepté le changement, mais rien n’a changé. Réessayez ; si cela ne suffit pas, modifiez-le à la main dans l’interface administrateur Shopify.',
  },
};
