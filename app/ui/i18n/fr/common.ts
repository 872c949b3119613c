import type { Translated } from '#app/words/translated.ts';
import type { common as english } from '../en/common.ts';

export const common: Translated<typeof english> = {
  saveBar: { save: 'Enregistrer', discard: 'Annuler', saved: 'Enregistré' },
  refused: {
    title_one: 'Un point est à corriger. Rien n’a encore été enregistré.',
    title_other: '{{count}} points sont à corriger. Rien n’a encore été enregistré.',
  },
  errors: {
    not_saved:
      'Vos modifications n’ont pas pu être enregistrées et le paiement continue comme avant. Votre saisie est conservée : réessayez dans un instant.',
    invalid: 'Cette valeur ne convient pas. Corrigez-la puis enregistrez à nouveau.',
  },
  failure: {
    title: 'Cette partie n’a pas pu être chargée',
    text: 'Votre paiement n’est pas touché. Réessayez dans un instant.',
    retry: 'Réessayer',
  },
  conflict: {
    text: 'Cette personne a enregistré le {{time}}, et les acheteurs voient sa version. Votre saisie est toujours là.',
    differs: 'Différent de votre saisie : {{fields}}.',
    same: 'Sa version est identique à la vôtre.',
    keepMine: 'Garder la mienne',
    useTheirs: 'Prendre la sienne',
  },
  outdated: {
    title: 'Cette partie est affichée telle qu’elle était',
    text: 'Elle n’a pas pu être relue à l’instant. Votre saisie est conservée et votre paiement n’est pas touché. Réessayez dans un instant.',
  },
  notFound: {
    title: 'Cette page n’existe pas',
    text: 'Ce qu’elle montrait a peut-être été supprimé, ou l’adresse est fausse.',
    home: 'Aller à l’accueil',
  },
  pageFailure: {
    title: 'Cette page n’a pas pu être affichée',
    text: 'Votre paiement n’est pas touché. Rechargez la page ; si cela se reproduit, indiquez l’heure au support de l’application.',
  },
  outside: { text: 'Ouvrez cette application depuis votre interface administrateur Shopify.' },
  status: {
    works: 'Fonctionne',
    waiting: 'En attente',
    attention: 'À vérifier',
    fails: 'En échec',
    off: 'Désactivé',
  },
};
