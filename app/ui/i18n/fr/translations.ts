import type { Translated } from '#app/words/translated.ts';
import type { translations as english } from '../en/translations.ts';

export const translations: Translated<typeof english> = {
  title: 'Traductions',
  subtitle: 'Tous les textes de cette application que lisent vos clients, dans les langues de votre boutique',
  language: { label: 'Langue', primary: 'langue principale' },
  missing: {
    count_one: '{{count}} manquant',
    count_other: '{{count}} manquants',
    none: 'Rien ne manque',
    only: 'Seulement ce qui manque',
  },
  field: { name: 'Nom', description: 'Description' },
  inactive: 'Désactivée',
  general: {
    title: 'Toutes les options de livraison',
    text: 'Affichés quand une option de livraison n’a pas sa propre description.',
    home_description: 'Description d’une livraison',
    collect_description: 'Description d’un retrait',
  },
  state: {
    missing: 'Manquant : vos clients lisent le texte en {{language}}',
    missingWholly: 'Manquant',
    default: 'Par défaut',
    general: 'Repris de « Toutes les options »',
    borrowed: 'Repris de : {{language}}',
  },
  example: { title: 'Au paiement', withoutDate: 'Sans date' },
  legend: {
    title: 'Variables',
    eta: 'les jours de livraison, ou l’heure à partir de laquelle la commande peut être retirée',
    cutoff: 'l’heure limite de commande, avec son fuseau horaire',
    carrier: 'le transporteur',
    store: 'le magasin de retrait',
    city: 'la ville de ce magasin',
    optional: 'omis quand l’une de ses variables n’est pas connue',
  },
  noOptions: {
    title: 'Aucune option de livraison n’est encore configurée',
    text: 'Leurs noms et descriptions pourront être traduits ici dès qu’il y en aura une.',
    action: 'Configurer les options de livraison',
  },
  nothingMissing: { title: 'Rien ne manque en {{language}}', action: 'Afficher tous les textes' },
  errors: {
    placeholder_unknown: '{{placeholder}} ne peut pas être utilisé ici. Sont possibles : {{allowed}}.',
    placeholder_none:
      '{{placeholder}} ne peut pas être utilisé : ce texte est le même pour tous les clients.',
    bracket_nested: 'Une partie entre crochets ne peut pas en contenir une autre.',
    bracket_not_opened: 'Un crochet fermant n’a pas de crochet ouvrant.',
    bracket_not_closed: 'Un crochet n’est pas fermé.',
    curly_unbalanced: 'Une accolade n’est pas fermée ou pas ouverte.',
    text_too_long: 'Un texte compte {{most}} caractères au plus.',
    store_not_in_name:
      'Ajoutez {store} : Shopify prend les magasins de même nom pour un seul tarif, et vos clients n’en voient qu’un.',
    name_missing: 'Une option de livraison doit avoir un nom dans au moins une langue.',
    changed_meanwhile:
      'Quelqu’un d’autre vient de remplacer ce texte par « {{current}} ». Saisissez le vôtre à nouveau pour le remplacer, ou annulez.',
  },
};
