import type { Translated } from '#app/words/translated.ts';
import type { tryIt as english } from '../en/try.ts';

export const tryIt: Translated<typeof english> = {
  title: 'Essai',
  subtitle:
    'Voyez ce qui serait proposé à un acheteur, et pourquoi. Rien n’est enregistré, et aucun acheteur ne voit un essai.',
  submit: 'Essayer',
  basket: {
    title: 'Panier',
    pick: 'Choisir des produits',
    add: 'Ajouter un SKU',
    line: 'Article {{number}}',
    sku: 'SKU',
    quantity: 'Quantité',
    grams: 'Poids (g)',
    price: 'Prix unitaire ({{currency}})',
    fromShopify: 'De Shopify',
    remove: 'Retirer',
    removeLine: 'Retirer {{item}}',
    byHand: 'Saisir le type, le poids et le prix',
    kind: 'Type d’article',
    kinds: {
      own: 'De votre propre stock',
      other_service: 'Expédié par un autre service de traitement',
      custom: 'Article personnalisé, aucun produit de la boutique',
    },
    full: 'Un essai accepte {{count}} articles au plus.',
  },
  address: {
    title: 'Adresse de livraison',
    country: 'Pays',
    served: 'Vos options de livraison',
    others: 'Autres pays',
    chooseCountry: 'Choisissez un pays',
    zip: 'Code postal',
    city: 'Ville',
    locale: 'Langue de l’acheteur',
  },
  circumstances: {
    title: 'Autres circonstances',
    mode: 'Façon de répondre',
    modes: { new: 'Comme une nouvelle demande', checkout: 'Comme le ferait le paiement maintenant' },
    modesHelp: {
      new: 'OneStock est interrogé, quoi que l’application ait en mémoire.',
      checkout: 'Ce qui est en mémoire compte, comme pour les acheteurs.',
    },
    moment: 'Moment',
    momentHelp: 'Laissez vide pour maintenant. Heure de votre boutique : {{timezone}}.',
    region: 'Code de l’État ou de la province',
    regionHelp: 'Seulement là où les adresses en ont un, par exemple CA pour la Californie.',
    coordinates: 'Coordonnées',
    coordinatesHelp:
      'Latitude et longitude, par exemple 43.6045, 1.444. Shopify les envoie lorsqu’il connaît l’adresse ; elles permettent de trouver les magasins les plus proches selon la distance.',
  },
  errors: {
    basket_empty: 'Choisissez un produit ou saisissez un SKU.',
    sku_missing: 'Saisissez le SKU de cet article, ou retirez-le.',
    quantity_invalid: 'De 1 à 9999.',
    grams_invalid: 'Grammes entiers, ou vide.',
    price_invalid: 'Deux décimales au plus, par exemple 19,99, ou vide.',
    country_missing: 'Choisissez le pays de l’acheteur.',
    coordinates_invalid: 'Saisissez latitude et longitude, par exemple 43.6045, 1.444, ou laissez vide.',
    moment_invalid: 'Choisissez un jour et une heure, ou laissez vide.',
  },
  empty: {
    title: 'Aucun essai pour l’instant',
    text: 'Remplissez un panier et une adresse. Les options de livraison qu’un acheteur verrait apparaissent ici, avec la raison pour laquelle chacune est affichée ou écartée.',
  },
  noOptions: {
    title: 'Aucune option de livraison n’est active',
    text: 'Sans elle, aucun tarif de cette application n’est proposé aux acheteurs. Ajoutez d’abord une option de livraison.',
    action: 'Aller aux options de livraison',
  },
  failure: {
    grounds: 'Le formulaire n’a pas pu être chargé',
    result: 'L’essai n’a pas pu être fait',
    resultText:
      'L’application ou OneStock a mis trop de temps. Votre paiement n’est pas touché, et votre saisie est conservée.',
    too_many_previews:
      'Plusieurs essais de votre boutique sont en cours. Vos clients ne sont pas touchés, et votre saisie est conservée. Réessayez dans un instant.',
    shop_not_ready:
      'L’application lit encore les données de votre boutique dans Shopify, dont sa devise. Réessayez dans un instant.',
  },
  warnings: {
    variant_unknown:
      'Votre boutique n’a aucun produit avec le SKU {{sku}}. Il a été essayé avec le poids et le prix que vous avez saisis, ou sans.',
    variant_gone: 'Un produit que vous aviez choisi n’existe plus dans votre boutique.',
    products_unread:
      'Shopify n’a pas répondu à temps : seuls comptent les poids et les prix que vous avez saisis. Les limites de poids et de total du panier, et les prix qui en dépendent, peuvent différer au paiement.',
    moment:
      'Évalué au {{moment}}. OneStock a été interrogé maintenant et répond pour maintenant : ses dates sont celles d’une commande passée maintenant.',
    remembered: 'Évalué au {{moment}}. OneStock n’a pas été interrogé.',
  },
  shopper: {
    title: 'Ce que voit l’acheteur',
    free: 'Gratuit',
    from: 'du {{from}} au {{to}}',
    noDate: 'Sans date',
    nothing: 'Aucune option de livraison n’est proposée pour ce panier et cette adresse.',
    nothingText:
      'C’est voulu : OneStock ou vos propres règles ont refusé chaque option, et Shopify n’affiche aucun tarif de cette application.',
    backup: 'Il n’y a rien à afficher : Shopify se rabat sur ses tarifs de secours.',
    backupText:
      'Les acheteurs voient à la place les tarifs de secours de vos paramètres d’expédition. Les raisons sont ci-dessous.',
    announced_one: '{{count}} option de livraison est proposée.',
    announced_other: '{{count}} options de livraison sont proposées.',
  },
  trace: {
    title: 'Comment cela a été décidé',
    rung: 'Réponse issue de',
    time: 'Durée',
    deadline: 'sur {{deadline}} au plus',
    late: 'La réponse de OneStock est arrivée après {{duration}}, trop tard pour le paiement, qui attend {{deadline}} au plus.',
    unasked: 'Non demandé à OneStock',
    options: 'Options de livraison',
    shown: 'Affichée',
    leftOut: 'Écartée',
    noOptions: 'Aucune n’est active.',
  },
  exchange: {
    title: 'Ce qui a été échangé',
    request: 'Ce que Shopify demande à l’application',
    sent: 'Ce qui a été envoyé à OneStock',
    received: 'Ce que OneStock a répondu',
    receivedStatus: 'Ce que OneStock a répondu : statut {{status}} après {{duration}}',
    nothingReceived: 'Rien n’est revenu',
    answer: 'Ce que Shopify reçoit',
    notAsked: 'OneStock n’a pas été interrogé.',
    requestId: 'Request-Id {{id}}',
    redacted: 'Le jeton, l’utilisateur et le mot de passe sont omis.',
    copy: 'Copier',
    copied: 'Copié',
  },
};
