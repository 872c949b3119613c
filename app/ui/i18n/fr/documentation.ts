import type { Translated } from '#app/words/translated.ts';
import type { documentation as english } from '../en/documentation.ts';

export const documentation: Translated<typeof english> = {
  title: 'Documentation',
  subtitle: 'Pour intégrer l’application, configurer OneStock ou trouver la cause d’un problème',
  contents: 'Sommaire',
  copy: 'Copier',
  copied: 'Copié',
  selected: 'Sélectionné : copiez avec Ctrl+C ou ⌘C',
  metafields: {
    title: 'Métachamps de commande',
    text: 'Quand une commande est passée, l’application y inscrit ce qui a été promis au client au paiement. Les métachamps appartiennent à votre boutique : toute application ou intégration autorisée à lire les commandes peut les lire.',
    key: 'Clé',
    type: 'Type',
    content: 'Contenu',
    value: 'Valeur',
    meaning: 'Signification',
    delivery_promise:
      'Une liste avec une promesse par groupe de livraison, chacune telle que OneStock l’a donnée. Absent si aucune promesse n’a été montrée au client.',
    endpoint_id:
      'Le point OneStock où la commande est retirée, s’il y en a exactement un. Absent pour une livraison à domicile, et si la commande est retirée dans plusieurs magasins.',
    delivery_promise_source: 'Le degré de certitude de la promesse : voir plus bas.',
    deliveries:
      'Une liste avec un élément par livraison : voir plus bas. Absent tant que rien n’est à livrer.',
    query: 'Lecture avec l’API Admin',
    example: {
      title: 'Exemple',
      order: 'Tels qu’ils figurent sur votre commande {{order}}',
      sample: 'Un exemple : votre boutique n’a pas encore de commande avec une promesse',
    },
    fields: {
      title: 'Contenu d’une promesse',
      text: 'L’option de livraison de OneStock, mot pour mot. Les instants sont en secondes Unix. Elle peut contenir plus que ce qui est listé ici : transmettez aussi ce que vous ne connaissez pas.',
      delivery_method: 'Le nom de la méthode de livraison dans OneStock.',
      status: '`valid` ou `valid_estimation`, selon la réponse de OneStock.',
      eta_start: 'Le début de la livraison, ou le moment à partir duquel la commande peut être retirée.',
      eta_end: 'La fin de la livraison.',
      cutoff: 'L’heure limite de commande.',
      cost: 'Le coût de la livraison dans OneStock, dans l’unité principale de la devise.',
      destination: '`location` avec pays et code postal, ou `endpoint_id` pour un retrait.',
      delivery_routes: 'Qui transporte : `carrier.name` et `carrier.option`.',
    },
    sources: {
      title: 'Degré de certitude d’une promesse',
      text: 'De la plus sûre à la moins sûre. Quand les groupes d’une commande diffèrent, la moins sûre compte.',
      cart: 'Le panier du client désignait ce tarif précis.',
      checkout: 'Le tarif montré pour ce panier, cette adresse et cette option.',
      checkout_ambiguous: 'Le plus récent de plusieurs tarifs que le client a pu voir.',
      delivery_window:
        'Aucun tarif connu : le créneau de livraison que Shopify garde sur l’ordre de traitement.',
      recomputed:
        'Rien du paiement ne compte plus : OneStock a été interrogé après la commande. Un tarif montré plus d’un jour avant, comme pour un abonnement renouvelé, ou dont l’heure limite était passée ne compte pas.',
      fallback: 'L’option a été montrée sans promesse. Il n’y a pas de `delivery_promise`.',
      none: 'Ce n’est pas un tarif de cette application, ou rien n’a été trouvé. Il n’y a pas de `delivery_promise`.',
    },
    entries: {
      title: 'Ce qui est livré ensemble',
      text: 'Une livraison est ce que le client a choisi : le mode, le tarif et, pour un retrait, le lieu. Chacune est une commande à part dans OneStock. Ce qui s’ouvre plus tard, comme une précommande, est une livraison de plus.',
      onestock_order_id:
        'L’identifiant de sa commande dans OneStock. `null` tant que OneStock ne l’a pas, et toujours si l’application ne synchronise pas les commandes.',
      fulfillment_order_ids:
        'Les ordres de traitement dont elle faisait partie à l’envoi. Shopify peut les avoir déplacés, divisés ou fusionnés depuis.',
      line_item_ids:
        'Les lignes dont elle contient des pièces. Une ligne peut être dans plusieurs livraisons.',
      code: 'Le code du tarif. `null` pour ce qu’aucun tarif n’expédie, comme le retrait en magasin de Shopify.',
      promise:
        'Sa promesse, comme dans la liste plus haut ; de plusieurs, celle qui finit en dernier. `null` s’il n’y en a pas.',
      endpoint_id: 'Le magasin où elle est retirée, tel que le client l’a choisi au paiement. `null` sinon.',
      source: 'Le degré de certitude de sa promesse.',
    },
    creation: {
      title: 'Créer la commande dans OneStock avec sa promesse',
      text: 'OneStock n’accepte une promesse qu’à la création de la commande. Créez une commande par livraison. Donnez sa promesse comme `original_delivery_option`, et les dates annoncées au client comme `sent_delivery_option`.',
      code: 'Dans le corps de la création de commande de OneStock',
    },
  },
  proxy: {
    title: 'App proxy',
    text: 'Absent de cette version : l’adresse `/apps/onestock` de votre boutique ne répond encore à rien. Ce qui a été promis au paiement se lit dans les métachamps de commande ci-dessus.',
  },
  oneStock: {
    title: 'Configuration dans OneStock',
    text: 'À faire une fois, par vous ou par le chef de projet OneStock. Saisissez ensuite le site, l’hôte, l’utilisateur et le mot de passe sous Configuration.',
    policy: {
      title: 'Utilisateur API et règle d’accès',
      text: 'Créez un utilisateur API, puis ajoutez cette règle sous Configuration > Security > ACL rules. C’est celle que OneStock demande pour son propre connecteur Shopify, avec en plus les groupes d’une commande.',
      own: 'Règle pour votre utilisateur API {{userId}}',
      sample: 'Règle ; remplacez `api_user` par le nom de votre utilisateur API',
      used: 'Cette version de l’application ne demande que ces ressources. Les autres servent à l’échange de produits et de stock, qui n’en fait pas encore partie.',
      resource: 'Ressource',
      use: 'Utilité',
      check: 'tester la connexion',
      delivery_promises: 'les promesses au paiement',
      endpoints: 'les magasins où retirer une commande',
      delivery_configs: 'la liste des méthodes de livraison',
      sales_channels: 'la liste des canaux de vente',
      ruleset_chainings: 'la liste des enchaînements de règles',
      orders: 'créer les commandes et lire ce qu’elles deviennent',
      line_item_groups: 'retirer une commande annulée',
      webhooks: 'être averti des changements',
    },
    data: {
      title: 'Ce que OneStock doit savoir',
      text: 'Les méthodes de livraison à proposer, avec transporteurs et heures limites ; votre stock, selon l’identifiant d’article choisi sous Configuration (SKU ou identifiant de variante) ; pour le retrait, des magasins ouverts qui l’autorisent et dont l’adresse ou les coordonnées sont connues.',
    },
    webhook: {
      title: 'Webhook',
      text: 'Rien à faire : tant que « Synchroniser les commandes » est activé, l’application tient dans OneStock un webhook à elle, avec les sujets `order_state_changed`, `parcel_state_changed` et `line_item_group_state_changed`. Chaque heure elle y rétablit ce qui a été modifié.',
    },
    stock: {
      title: 'Requêtes de stock',
      text: 'Aucune n’est nécessaire : cette version n’échange pas de stock. Les promesses reposent sur le stock que OneStock connaît.',
    },
  },
  symptoms: {
    title: 'Résoudre un problème',
    text: 'Cherchez ce que vous observez. Chaque ligne est une cause, avec la page qui montre si c’est la vôtre.',
    noRates: {
      title: 'Aucune option de livraison au paiement',
      notAttached: 'Le tarif de l’application n’est pas dans la zone d’expédition ou le marché de l’adresse.',
      rules:
        'Vos propres règles écartent toutes les options : pays, total du panier, poids, ou aucun magasin proche. Un essai nomme la règle.',
      hidden:
        'OneStock n’a pas répondu à temps et les options sont alors masquées, ou il les a toutes refusées.',
      plan: 'Votre forfait Shopify n’inclut pas les tarifs calculés par un transporteur, ou le service n’a pas pu être enregistré.',
    },
    noDates: {
      title: 'Des options sans date',
      late: 'OneStock a répondu trop tard ou a échoué. Les demandes de tarifs montrent qui a répondu, et pourquoi.',
      items:
        'OneStock ne connaît pas les articles : le SKU est vide ou différent. Un essai montre ce qui a été envoyé et reçu.',
      others:
        'OneStock n’a pas les articles : un autre service de traitement les expédie, ou ce sont des articles personnalisés. À côté d’autres articles, un réglage dit si ces derniers sont promis.',
      fallbackOnly: 'L’option n’est qu’un repli : OneStock n’est alors jamais interrogé.',
    },
    price: {
      title: 'Un prix faux',
      tiers: 'Un autre palier ou « gratuit dès » s’applique. Un essai montre le prix d’un panier.',
      currency:
        'L’option a un prix dans une autre devise que votre boutique : vos clients ne la voient pas, et un problème la nomme.',
      cost: 'Le prix est le coût de OneStock : il se modifie alors dans OneStock.',
    },
    doubled: {
      title: 'Un prix doublé',
      chargeOnce:
        'Le panier part de plusieurs emplacements, et Shopify additionne les tarifs de chacun. Activez « Facturer une seule fois par commande » pour l’option.',
      mainOrigin: 'Les demandes de tarifs montrent combien il y en a eu pour un paiement.',
    },
    single: {
      title: 'Une seule option ou un seul magasin s’affiche',
      sameName:
        'Plusieurs portent le même nom : Shopify les prend pour un seul tarif. Nommez les magasins avec `{store}`, et les options différemment.',
      refused: 'Les autres ont été écartées. Un essai dit pourquoi pour chaque option.',
    },
    stores: {
      title: 'Un magasin manque pour le retrait',
      radius: 'Il est hors du rayon, ou de plus proches atteignent la limite.',
      mirror:
        'Les magasins sont relus dans OneStock toutes les six heures : il y est nouveau, fermé, ou n’autorise pas le retrait.',
      status: 'OneStock n’y promet pas ce panier : un retrait n’accepte que le statut `valid`.',
    },
    order: {
      title: 'La promesse manque sur une commande',
      source:
        'Voyez `onestock.delivery_promise_source` : avec `fallback` ou `none`, aucune promesse n’a été montrée au client, ou un autre tarif a été choisi.',
      waiting: 'La commande attend ou demande votre attention. La raison y figure, et vous pouvez réessayer.',
      definition:
        'Les métachamps sont définis dans votre boutique avec d’autres types. Un problème les nomme.',
    },
    notSent: {
      title: 'Une commande manque dans OneStock',
      off: '« Synchroniser les commandes » est désactivé, ou la commande date d’avant son activation. Synchronisez-la à la main.',
      refused: 'OneStock l’a refusée. La commande dit quel champ, et peut être renvoyée.',
      unpaid: 'Les commandes partent une fois payées, et celle-ci ne l’est pas encore.',
    },
    notFulfilled: {
      title: 'Un colis est parti et la commande n’est pas traitée',
      state: 'Le colis est dans un état que les réglages ne comptent pas comme expédié.',
      blocked:
        'Shopify ne le permet pas : les pièces sont suspendues, ou ont été traitées autrement. La commande dit lesquelles.',
    },
    language: {
      title: 'Un texte dans la mauvaise langue',
      missing: 'Le texte manque dans la langue du client : celui de la langue principale est affiché.',
    },
    unchanged: {
      title: 'Un changement ne se voit pas au paiement',
      kept: 'Shopify garde les tarifs jusqu’à 15 minutes : changez le panier ou l’adresse. Un essai montre le changement aussitôt.',
    },
    refusal: {
      title: 'OneStock refuse l’application',
      policy: 'Il manque une ressource à la règle d’accès. « Tester la connexion » la nomme.',
      password: 'L’utilisateur ou le mot de passe est faux, ou l’utilisateur appartient à un autre site.',
    },
  },
};
