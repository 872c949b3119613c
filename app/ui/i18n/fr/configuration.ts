import { accountCauses } from '#app/words/fr/account-causes.ts';
import type { Translated } from '#app/words/translated.ts';
import type { configuration as english } from '../en/configuration.ts';
import { fields, sections, topics } from './setting-words.ts';

export const configuration: Translated<typeof english> = {
  title: 'Configuration',
  gone: '« {{id}} » n’existe plus dans OneStock. Choisissez-en un autre.',
  more: 'Plus de réglages',
  sections,
  fields,
  topics,
  connection: {
    environments: {
      production: 'Production (api.onestock-retail.com)',
      qualification: 'Qualification (api-qualif.onestock-retail.com)',
      training: 'Formation (api-training.onestock-retail.com)',
      other: 'Autre',
    },
    otherHost: 'Adresse de l’autre hôte',
    otherHostHelp: 'Telle que votre chef de projet OneStock vous l’a donnée.',
    checkedAt: 'Vérifié le {{moment}}',
    statuses: {
      none: 'Non connecté',
      works: 'Connecté',
      limited: 'Connecté, avec des limites',
      fails: 'Connexion en échec',
    },
  },
  test: {
    run: 'Tester la connexion',
    works: 'La connexion fonctionne (réponse en {{duration}})',
    limited: 'La connexion fonctionne, mais pas pour tout ce que fait l’application',
    fails: 'La connexion ne fonctionne pas',
    lost: 'Le test n’a pas atteint l’application. Rien n’a changé. Réessayez dans un instant.',
    means: {
      fails: 'En attendant, les clients voient la solution de repli de chaque option de livraison.',
      limited:
        'Les clients voient toujours les promesses de livraison, mais l’application ne peut pas faire tout son travail.',
      notInUse: 'Ce compte n’est pas encore utilisé : les clients gardent ce qu’ils voient aujourd’hui.',
    },
    passed: 'Réussi',
    wrong: 'Échoué',
    notReached: 'Non atteint',
    steps: {
      host: 'Hôte',
      dns: 'Nom de l’hôte (DNS)',
      tls: 'Certificat (TLS)',
      connection: 'Connexion',
      credentials: 'Site, utilisateur et mot de passe',
      policy: 'Politique d’accès',
    },
    refused:
      'La politique d’accès de OneStock refuse ceci à l’utilisateur « {{userId}} ». Demandez à OneStock de l’autoriser :',
    notChecked: 'Impossible à vérifier sans rien modifier : {{resources}}.',
  },
  channels: {
    failed: 'Les canaux de vente de OneStock n’ont pas pu être chargés',
    none: 'Laisser OneStock choisir',
    noCountry: 'Tous les pays ont le canal de vente ci-dessus.',
    country: 'Pays',
    chooseCountry: 'Choisissez un pays',
    channel: 'Canal de vente du pays',
    choose: 'Choisissez un canal de vente',
    add: 'Ajouter un pays',
    remove: 'Retirer',
  },
  rulesets: {
    failed: 'Les enchaînements de règles de OneStock n’ont pas pu être chargés',
    ratesFailed: 'Les tarifs de votre boutique Shopify n’ont pas pu être chargés',
    empty: 'Vos options de livraison et vos tarifs d’expédition apparaîtront ici dès qu’il y en aura.',
    chainingOf: 'Enchaînement de règles pour {{rate}}',
    none: 'Choix de OneStock',
    option: 'Option de livraison',
    rate: 'Tarif Shopify',
    other: 'Un autre tarif',
    otherHelp: 'D’un transporteur ou d’une autre application, par son nom exact au paiement.',
    add: 'Ajouter',
  },
  locations: {
    failed: 'Les emplacements de votre boutique Shopify n’ont pas pu être chargés',
    empty: 'Les emplacements actifs de votre boutique apparaîtront ici.',
    endpointOf: 'Point OneStock de {{location}}',
    choose: 'Nom, ville ou identifiant d’un point',
    nothingFound:
      'Aucun point trouvé. Les points OneStock arrivent dans les minutes qui suivent la connexion.',
    gone: 'N’est plus actif dans Shopify',
    ofService:
      'Cet emplacement relève d’un autre service de traitement : ce qui y est traité n’est pas envoyé à OneStock.',
    excluded: 'Hors OneStock : les commandes à traiter ici ne sont pas envoyées',
  },
  carriers: {
    none: 'Chaque transporteur garde le nom que OneStock lui donne.',
    code: 'Code dans OneStock',
    company: 'Transporteur dans Shopify',
    placeholder: 'Chronopost, DHL Express…',
    isKnown: 'Shopify crée un lien de suivi.',
    isUnknown:
      'Shopify ne connaît pas ce nom : le colis a son numéro, et un lien seulement si OneStock en donne un.',
    add: 'Ajouter un transporteur',
    remove: 'Retirer',
    removeOf: 'Retirer le transporteur {{code}}',
  },
  conflict: {
    title: 'Quelqu’un d’autre a modifié la configuration pendant votre saisie',
  },
  errors: {
    changed_meanwhile:
      'Quelqu’un d’autre a enregistré la configuration entre-temps. Gardez votre version ou prenez la sienne, puis enregistrez.',
    order_prefix: 'Utilisez seulement des lettres, des chiffres, -, _ et ., 32 au plus.',
    delivery_suffix: 'Utilisez de 1 à 8 lettres, chiffres, -, _ et . seulement, sans chiffre à la fin.',
    wait_range: 'Saisissez un nombre entier de minutes, de 0 à 1440.',
    held_days_range: 'Saisissez un nombre entier de jours, de 1 à 60.',
    state_names: 'Saisissez des noms d’états de 64 caractères au plus chacun, séparés par des virgules.',
    carrier_names:
      'Saisissez 500 transporteurs au plus, chacun avec un code et un nom de 127 caractères à eux deux.',
    carrier_code_needed: 'Saisissez le code du transporteur dans OneStock, sans signe =.',
    carrier_company_needed: 'Saisissez ou choisissez le nom du transporteur dans Shopify.',
    account: {
      siteId: 'Saisissez l’identifiant de site donné par OneStock : jusqu’à 32 lettres, chiffres, _ et -.',
      host: 'Saisissez une adresse https sous onestock-retail.com, par exemple https://s100.api.onestock-retail.com, ou demandez à la personne qui exploite cette application d’autoriser l’hôte.',
      apiVersion: 'Choisissez l’une des versions de l’API.',
      userId: 'Saisissez l’identifiant de l’utilisateur d’API OneStock, 200 caractères au plus.',
      password:
        'Saisissez le mot de passe de l’utilisateur d’API, 200 caractères au plus. Celui qui est conservé ne sert que pour le même site, le même hôte et le même utilisateur.',
    },
    faults: accountCauses,
    country_needed: 'Choisissez un pays.',
    country_twice: 'Ce pays a déjà un canal de vente.',
    channel_needed: 'Choisissez un canal de vente pour ce pays.',
    soft_deadline_range: 'Saisissez un nombre entier de millisecondes, de 50 à 450.',
    promise_life_range: 'Saisissez un nombre entier de secondes, de 0 à 3600.',
    shown_rate_life_range: 'Saisissez un nombre entier d’heures, de 1 à 720.',
    endpoint_unknown: 'OneStock n’a pas de point « {{endpointId}} ». Choisissez-en un dans la liste.',
    test_under_way:
      'Un test de la connexion est déjà en cours. Les clients ne sont pas touchés. Réessayez dans un instant.',
    test_too_soon:
      'La connexion vient d’être testée. Les clients ne sont pas touchés. Réessayez dans quelques secondes.',
    shop_not_installed:
      'Rien n’a été enregistré, car l’application n’est pas encore tout à fait installée. Enregistrez à nouveau dans un instant.',
  },
};
