import type { Translated } from '#app/words/translated.ts';
import type { configuration as english } from '../en/configuration.ts';

export const configuration: Translated<typeof english> = {
  title: 'Configuration',
  gone: '« {{id}} » n’existe plus dans OneStock. Choisissez-en un autre.',
  connection: {
    title: 'Connexion à OneStock',
    description:
      'Le compte avec lequel l’application demande à OneStock les promesses de livraison. Il est essayé avant d’être enregistré : un compte qui ne fonctionne pas ne remplace jamais un compte qui fonctionne.',
    siteId: 'Identifiant du site',
    siteIdHelp: 'Une lettre et des chiffres, tel que OneStock vous l’a donné, par exemple s100.',
    environment: 'Hôte',
    environments: {
      production: 'Production (api.onestock-retail.com)',
      qualification: 'Qualification (api-qualif.onestock-retail.com)',
      training: 'Formation (api-training.onestock-retail.com)',
      other: 'Autre',
    },
    otherHost: 'Adresse de l’autre hôte',
    otherHostHelp: 'Telle que votre chef de projet OneStock vous l’a donnée.',
    userId: 'Identifiant de l’utilisateur',
    password: 'Mot de passe',
    unchanged: 'Inchangé',
    passwordHelp: 'Il est conservé chiffré et n’est jamais réaffiché.',
    apiVersion: 'Version de l’API',
    apiVersionHelp: 'v3, sauf si OneStock vous en a indiqué une autre.',
    noVersion: 'Aucune',
    checkedAt: 'Vérifié le {{moment}}',
    standings: {
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
    title: 'Canaux de vente',
    description:
      'Le canal de vente détermine le stock et les règles avec lesquels OneStock promet. Un seul suffit ; un pays peut avoir le sien.',
    failed: 'Les canaux de vente de OneStock n’ont pas pu être chargés',
    default: 'Canal de vente',
    defaultHelp: 'Pour tous les pays qui n’ont pas le leur.',
    none: 'Laisser OneStock choisir',
    byCountry: 'Par pays de destination',
    noCountry: 'Tous les pays ont le canal de vente ci-dessus.',
    country: 'Pays',
    chooseCountry: 'Choisissez un pays',
    channel: 'Canal de vente du pays',
    choose: 'Choisissez un canal de vente',
    add: 'Ajouter un pays',
    remove: 'Retirer',
  },
  answers: {
    title: 'Articles et délais',
    description: 'Avancé. Ces valeurs conviennent à la plupart des boutiques.',
    itemId: 'Identifiant des articles dans OneStock',
    itemIdHelp: 'Les articles qui n’en ont pas ne reçoivent aucune promesse.',
    sku: 'SKU',
    variantId: 'Identifiant de la variante Shopify',
    softDeadline: 'Attendre OneStock',
    softDeadlineHelp:
      'De 50 à 450 ms. Ensuite les clients voient une promesse plus ancienne ou le repli de chaque option.',
    promiseLife: 'Réutiliser une promesse pendant',
    promiseLifeHelp: 'De 0 à 3600 s, et jamais au-delà de son heure limite.',
    signature: 'Signature des demandes de tarifs de Shopify',
    signatureHelp:
      'Signaler seulement pour comprendre pourquoi des tarifs manquent : l’adresse des demandes reste secrète dans les deux cas.',
    require: 'Exigée',
    report: 'Signalée quand elle est fausse',
  },
  orders: {
    title: 'Commandes',
    description:
      'Les commandes sont créées dans OneStock avec la promesse que le client a vue ; ses colis et ses retraits leur reviennent.',
    sync: 'Synchroniser les commandes',
    syncHelp: 'Laissez désactivé si un autre outil transmet déjà vos commandes à OneStock.',
    moment: 'Quand',
    created: 'Dès qu’elles sont passées',
    createdHelp: 'Le stock est réservé immédiatement.',
    paid: 'Une fois payées',
    paidHelp: 'Pour les paiements qui prennent des jours, comme les virements.',
    more: 'Plus de réglages',
    orderId: 'Nom d’une commande dans OneStock',
    orderIds: { name: 'Son nom sans #, par exemple 1001', numeric: 'Son numéro dans Shopify' },
    orderIdPrefix: 'Précédé de',
    orderIdPrefixHelp: 'Par exemple FR-, si plusieurs boutiques partagent un site OneStock.',
    notifyCustomer: 'Shopify écrit au client quand un colis part',
    notifyCustomerHelp: 'Laissez désactivé si OneStock ou un autre outil s’en charge.',
    removeOnCancel: 'Retirer de OneStock les commandes annulées dans Shopify',
    removeOnCancelHelp: 'Seul ce qui n’est pas encore parti peut être retiré.',
    keepUnshippable: 'Envoyer aussi les cartes cadeaux et les lignes sans expédition',
    keepUnshippableHelp: 'OneStock doit les connaître comme articles.',
    whereFulfilled: 'Les colis sont traités dans Shopify',
    places: {
      assigned: 'À l’emplacement attribué par Shopify',
      mapped: 'À l’emplacement du magasin qui les a envoyés',
    },
    shippedParcelStates: 'Les colis partis sont',
    shippedParcelStatesHelp:
      'États de votre site OneStock, séparés par des virgules. Un tel colis devient une expédition traitée dans Shopify.',
    heldGroupStates: 'Les articles qui ne viendront pas sont',
    heldGroupStatesHelp:
      'Ils sont mis en attente dans Shopify. Ajoutez out_of_stock ou issue pour mettre aussi ceux-là en attente.',
    handedOverGroupStates: 'Les articles remis sont',
    handedOverGroupStatesHelp:
      'Ils ne sont jamais mis en attente. Si une commande est terminée et que certains n’étaient dans aucun colis, elle demande votre attention.',
    closedOrderStates: 'Les commandes terminées sont',
    closedOrderStatesHelp: 'Elles ne sont plus comparées avec OneStock.',
    removedGroupState: 'Les articles d’une commande annulée deviennent',
    removedGroupStateHelp: 'Le seul état dans lequel OneStock les place.',
    signatureForm: 'OneStock signe ses événements par',
    signatureFormHelp: 'À changer seulement si des événements sont refusés alors que les clés sont bonnes.',
    signatureForms: { body: 'leur contenu', timestamp: 'leur heure et leur contenu' },
  },
  rulesets: {
    title: 'Règles d’orchestration',
    description:
      'L’enchaînement de règles avec lequel OneStock orchestre les commandes de chaque option de livraison et de chaque tarif. Pour que les dates soient tenues, choisissez-en un qui respecte la promesse.',
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
    title: 'Emplacements',
    description: 'À quel point OneStock correspond chacun de vos emplacements Shopify.',
    failed: 'Les emplacements de votre boutique Shopify n’ont pas pu être chargés',
    empty: 'Les emplacements actifs de votre boutique apparaîtront ici.',
    endpointOf: 'Point OneStock de {{location}}',
    choose: 'Nom, ville ou identifiant d’un point',
    nothingFound:
      'Aucun point trouvé. Les points OneStock arrivent dans les minutes qui suivent la connexion.',
    gone: 'N’est plus actif dans Shopify',
  },
  conflict: {
    title: 'Quelqu’un d’autre a modifié la configuration pendant votre saisie',
    fields: {
      siteId: 'identifiant du site',
      environment: 'hôte',
      otherHost: 'adresse de l’autre hôte',
      apiVersion: 'version de l’API',
      userId: 'identifiant de l’utilisateur',
      password: 'mot de passe',
      salesChannel: 'canal de vente',
      salesChannels: 'canaux de vente des pays',
      itemIdSource: 'identifiant d’article',
      signatureMode: 'signature des demandes de tarifs',
      softDeadlineMs: 'attente de OneStock',
      promiseLifeSeconds: 'réutilisation d’une promesse',
      syncsOrders: 'synchronisation des commandes',
      syncMoment: 'moment de la synchronisation',
      rulesets: 'règles d’orchestration',
      locations: 'emplacements',
      orderId: 'nom des commandes dans OneStock',
      orderIdPrefix: 'texte placé devant',
      keepUnshippable: 'cartes cadeaux et lignes non expédiées',
      shippedParcelStates: 'états des colis partis',
      heldGroupStates: 'états des articles qui ne viendront pas',
      handedOverGroupStates: 'états des articles remis',
      removedGroupState: 'état des articles annulés',
      closedOrderStates: 'états des commandes terminées',
      notifyCustomer: 'e-mail au client',
      whereFulfilled: 'lieu de traitement',
      removeOnCancel: 'commandes annulées',
      oneStockSignatureForm: 'signature des événements de OneStock',
    },
  },
  errors: {
    changed_meanwhile:
      'Quelqu’un d’autre a enregistré la configuration entre-temps. Gardez votre version ou prenez la sienne, puis enregistrez.',
    order_prefix: 'Utilisez seulement des lettres, des chiffres, -, _ et ., 32 au plus.',
    state_names: 'Saisissez des noms d’états de 64 caractères au plus chacun, séparés par des virgules.',
    account: {
      siteId: 'Saisissez l’identifiant de site donné par OneStock : jusqu’à 32 lettres, chiffres, _ et -.',
      host: 'Saisissez une adresse https sous onestock-retail.com, par exemple https://s100.api.onestock-retail.com, ou demandez à la personne qui exploite cette application d’autoriser l’hôte.',
      apiVersion: 'Choisissez l’une des versions de l’API.',
      userId: 'Saisissez l’identifiant de l’utilisateur d’API OneStock, 200 caractères au plus.',
      password:
        'Saisissez le mot de passe de l’utilisateur d’API, 200 caractères au plus. Celui qui est conservé ne sert que pour le même site, le même hôte et le même utilisateur.',
    },
    faults: {
      host_refused:
        'L’application ne peut pas appeler {{host}}. Saisissez une adresse https sous onestock-retail.com, ou demandez à la personne qui exploite cette application de l’autoriser.',
      private_address:
        '{{host}} mène à une adresse de réseau privé, que l’application n’appelle pas. Corrigez l’hôte.',
      no_site_at_host:
        'Aucun site OneStock ne répond à {{host}}. Corrigez l’hôte et, s’il commence par l’identifiant du site, celui-ci aussi.',
      foreign_answer:
        '{{host}} ne répond pas comme cette version de l’API. Choisissez une autre version ou corrigez l’hôte.',
      name_unknown:
        'Le nom {{host}} est introuvable sur internet. Corrigez l’hôte et, s’il commence par l’identifiant du site, celui-ci aussi.',
      certificate_untrusted:
        'Le certificat de {{host}} n’est pas digne de confiance. Vérifiez l’hôte ; s’il est juste, prévenez OneStock.',
      unreachable:
        '{{host}} n’a pas pu être joint. Vérifiez l’hôte ou réessayez dans quelques minutes ; si cela dure, prévenez OneStock.',
      timeout:
        '{{host}} n’a pas répondu à temps. Réessayez dans quelques minutes ; si cela dure, prévenez OneStock.',
      rate_limited: 'OneStock n’accepte plus d’appels pour le moment. Réessayez dans quelques minutes.',
      not_taken:
        'OneStock n’a pas accepté l’appel. Réessayez dans quelques minutes ; si cela dure, prévenez OneStock.',
      site_unknown: 'OneStock ne connaît pas le site « {{siteId}} ». Corrigez l’identifiant du site.',
      user_refused:
        'OneStock a refusé l’utilisateur « {{userId}} » du site « {{siteId}} ». Corrigez l’identifiant du site, l’utilisateur ou le mot de passe.',
      policy:
        'La politique d’accès de OneStock ne laisse pas l’utilisateur « {{userId}} » utiliser tout ce qu’il faut à l’application. Demandez à OneStock d’autoriser : {{refused}}.',
    },
    country_needed: 'Choisissez un pays.',
    country_twice: 'Ce pays a déjà un canal de vente.',
    channel_needed: 'Choisissez un canal de vente pour ce pays.',
    soft_deadline_range: 'Saisissez un nombre entier de millisecondes, de 50 à 450.',
    promise_life_range: 'Saisissez un nombre entier de secondes, de 0 à 3600.',
    endpoint_unknown: 'OneStock n’a pas de point « {{endpointId}} ». Choisissez-en un dans la liste.',
    test_under_way:
      'Un test de la connexion est déjà en cours. Les clients ne sont pas touchés. Réessayez dans un instant.',
    test_too_soon:
      'La connexion vient d’être testée. Les clients ne sont pas touchés. Réessayez dans quelques secondes.',
    shop_not_installed:
      'Rien n’a été enregistré, car l’application n’est pas encore tout à fait installée. Enregistrez à nouveau dans un instant.',
  },
};
