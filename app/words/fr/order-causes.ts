import type { orderCauses as english } from '../en/order-causes.ts';
import type { Translated } from '../translated.ts';

export const orderCauses: Translated<typeof english> = {
  awaiting_payment: 'La commande sera envoyée à OneStock une fois payée.',
  cancelled_before_sent: 'La commande a été annulée avant d’être envoyée à OneStock. Il n’y a rien à faire.',
  placed_before_synchronized:
    'La commande a été passée avant que les commandes ne soient synchronisées : elle n’est donc pas dans OneStock. Pour l’envoyer quand même, synchronisez-la à nouveau.',
  order_not_in_shop: 'La commande n’est plus dans la boutique. Il n’y a rien à faire.',
  orders_not_synchronized:
    'Rien n’a été envoyé : la boutique ne synchronise pas les commandes. Activez d’abord « Synchroniser les commandes » dans la configuration.',
  nothing_to_send:
    'La commande n’a rien à expédier : elle n’est donc pas envoyée à OneStock. Il n’y a rien à faire.',
  nothing_left:
    'Tout ce que contient la commande a été traité, remboursé ou annulé dans Shopify avant son envoi : rien n’est demandé à OneStock. Il n’y a rien à faire.',
  nothing_shown:
    'Shopify ne montre à cette application rien à traiter de la commande : elle relève d’un autre service de traitement, ou l’application ne peut pas la voir. Rien n’est demandé à OneStock.',
  test_order:
    'C’est une commande de test : elle n’est donc pas envoyée à OneStock. Pour l’envoyer malgré tout, synchronisez-la.',
  sold_at_till: 'Ce qui a été vendu et remis en caisse n’est pas envoyé à OneStock.',
  of_another_service: 'Ce que traite « {{service}} » n’est pas envoyé à OneStock.',
  at_excluded_location:
    'Ce qui est traité à « {{location}} » n’est pas envoyé à OneStock : d’après la configuration, cet emplacement ne relève pas de OneStock.',
  gift_card_left_out: 'La carte cadeau « {{title}} » n’est pas envoyée à OneStock.',
  not_shipped_left_out: '« {{title}} » ne s’expédie pas et n’est pas envoyé à OneStock.',
  custom_line_left_out:
    'La ligne « {{title}} » n’est pas un produit et n’est pas envoyée à OneStock. S’il faut l’expédier, faites-le vous-même.',
  line_left_out:
    'La ligne « {{title}} » n’est pas envoyée à OneStock, comme quelqu’un l’a décidé. S’il faut l’expédier, faites-le vous-même.',
  // What it, or the rest of it, waits for.
  not_routed:
    'Shopify n’a encore rien montré à traiter de cette commande à l’application. L’envoi à OneStock suit dès que c’est le cas ; si elle relève d’un autre service, il n’y a rien à faire.',
  awaits_address:
    'La commande n’a pas d’adresse de livraison : OneStock ne peut donc pas être chargé de l’envoyer. L’envoi à OneStock suit dès qu’elle en a une : ajoutez-la dans Shopify.',
  awaits_hold:
    'Attend la levée d’une suspension dans Shopify (raison indiquée : {{reason}}). L’envoi à OneStock suit dès qu’elle est levée.',
  awaits_hold_unnamed:
    'Attend la levée d’une suspension dans Shopify, sans raison indiquée : la commande dans Shopify montre ce qui est suspendu. L’envoi à OneStock suit dès qu’elle est levée.',
  opens_on:
    'S’ouvre le {{date, day}}. L’envoi à OneStock a lieu ce jour-là, et une nouvelle date est demandée à OneStock si l’heure limite de la promesse est passée.',
  opens_later:
    'Est prévu pour un jour ultérieur dans Shopify. L’envoi à OneStock a lieu à l’ouverture, et une nouvelle date est demandée à OneStock si l’heure limite de la promesse est passée.',
  sent_at: 'Attend comme le veut la configuration. Envoi à OneStock : le {{time, minute}}.',
  sales_channel_missing:
    'Aucun canal de vente n’est choisi, et OneStock n’accepte aucune commande sans canal : cela n’est donc pas dans OneStock et personne n’est chargé de le préparer. Choisissez un canal de vente dans la configuration, puis synchronisez à nouveau la commande.',
  item_without_sku:
    'La ligne « {{title}} » n’a pas de SKU, par lequel OneStock connaît ses articles : cela n’est donc pas dans OneStock et personne n’est chargé de le préparer. Donnez au produit son SKU, ou retirez la ligne de la commande, puis synchronisez à nouveau la commande.',
  item_without_variant:
    'La ligne « {{title}} » n’a pas de variante, par laquelle OneStock connaît ses articles : cela n’est donc pas dans OneStock et personne n’est chargé de le préparer. Donnez au produit sa variante, ou retirez la ligne de la commande, puis synchronisez à nouveau la commande.',
  custom_line:
    'La ligne « {{title}} » n’est pas un produit : OneStock n’a aucun article pour elle. Cela n’est pas dans OneStock et personne n’est chargé de le préparer. Envoyez-la sans cette ligne, que vous expédierez vous-même, ou laissez ces lignes de côté dans la configuration.',
  several_deliveries:
    'Des parties de la commande arrivent de différentes façons ou par différentes options de livraison, et la configuration confie ces commandes à une personne. Ce qui n’est pas encore dans OneStock, personne n’est chargé de le préparer. Envoyez-la en plusieurs commandes.',
  pick_up_location_unmapped:
    'Le client retire {{pieces, list}} à « {{location}} », emplacement qui n’est associé à aucun point OneStock : cela n’est donc pas dans OneStock et personne n’est chargé de le préparer. Associez l’emplacement dans la configuration, puis synchronisez à nouveau la commande.',
  pick_up_unmapped:
    'Le client retire la commande, ou une partie, à un emplacement qui n’est associé à aucun point OneStock : cela n’est donc pas dans OneStock et personne n’est chargé de le préparer. Associez l’emplacement dans la configuration, puis synchronisez à nouveau la commande.',
  export_id_taken:
    'OneStock a une autre commande sous l’identifiant « {{id}} » : celle-ci n’y a donc pas été créée et personne n’est chargé de la préparer. Donnez aux commandes de cette boutique un préfixe à elles dans la configuration, puis synchronisez à nouveau la commande.',
  onestock_not_connected:
    'La boutique n’a pas de compte OneStock : la commande n’y a donc pas été créée et personne n’est chargé de la préparer. Connectez OneStock dans la configuration, puis synchronisez à nouveau la commande.',
  export_stopped_half_way:
    'L’application s’est arrêtée chaque fois qu’elle envoyait la commande à OneStock, et ne réessaie plus d’elle-même. OneStock n’a peut-être pas la commande. Synchronisez à nouveau la commande.',
  export_failed_inside:
    'L’application a échoué chaque fois qu’elle envoyait la commande à OneStock, à cause d’un défaut qui lui est propre. OneStock n’a peut-être pas la commande. Synchronisez à nouveau la commande ; si cela échoue encore, prévenez la personne qui exploite cette application.',
  'not_taken.order': 'OneStock n’a pas accepté la commande.',
  'not_taken.last_name': 'OneStock n’a pas accepté le nom de famille du client.',
  'not_taken.contact': 'OneStock n’a pas accepté les coordonnées du client.',
  'not_taken.customer': 'OneStock n’a pas accepté le client.',
  'not_taken.store': 'OneStock n’a pas accepté le magasin où la commande est retirée.',
  'not_taken.promise': 'OneStock n’a pas accepté la promesse de livraison.',
  'not_taken.address': 'OneStock n’a pas accepté l’adresse de livraison.',
  'not_taken.delivery': 'OneStock n’a pas accepté la livraison.',
  'not_taken.ruleset': 'OneStock n’a pas accepté l’enchaînement de règles.',
  'not_taken.sales_channel': 'OneStock n’a pas accepté le canal de vente.',
  'not_taken.item': 'OneStock n’a pas accepté un article.',
  'not_taken.quantity': 'OneStock n’a pas accepté une quantité.',
  'not_taken.prices': 'OneStock n’a pas accepté les prix.',
  'not_taken.types': 'OneStock n’a pas accepté les types de la commande.',
  'not_taken.id': 'OneStock n’a pas accepté l’identifiant de la commande.',
  'not_taken.unknown_item': 'OneStock n’a pas accepté l’article « {{id}} », qu’il ne connaît pas.',
  'not_taken.unknown_store': 'OneStock n’a pas accepté le magasin « {{id}} », qu’il ne connaît pas.',
  'not_taken.unknown_sales_channel':
    'OneStock n’a pas accepté le canal de vente « {{id}} », qu’il ne connaît pas.',
  'not_taken.unknown_ruleset':
    'OneStock n’a pas accepté l’enchaînement de règles « {{id}} », qu’il ne connaît pas.',
  'not_taken_remedy.order': 'Demandez à OneStock ce qu’il n’accepte pas de cette commande.',
  'not_taken_remedy.last_name': 'Corrigez le nom de famille sur la commande dans Shopify.',
  'not_taken_remedy.contact':
    'Corrigez l’adresse e-mail ou le numéro de téléphone sur la commande dans Shopify.',
  'not_taken_remedy.customer': 'Corrigez les noms et les coordonnées sur la commande dans Shopify.',
  'not_taken_remedy.store': 'Vérifiez que OneStock a toujours le point OneStock de ce magasin.',
  'not_taken_remedy.promise':
    'Signalez à la personne qui exploite cette application que OneStock n’accepte pas ses promesses.',
  'not_taken_remedy.address': 'Corrigez l’adresse sur la commande dans Shopify.',
  'not_taken_remedy.delivery': 'Demandez à OneStock quels types de livraison le site accepte.',
  'not_taken_remedy.ruleset':
    'Choisissez un autre enchaînement de règles pour cette option de livraison dans la configuration.',
  'not_taken_remedy.sales_channel': 'Choisissez un autre canal de vente dans la configuration.',
  'not_taken_remedy.item': 'Vérifiez que chaque produit de la commande est dans le catalogue de OneStock.',
  'not_taken_remedy.quantity': 'Corrigez les quantités sur la commande dans Shopify.',
  'not_taken_remedy.prices':
    'Demandez à OneStock quels prix le site accepte, en lui donnant l’identifiant de la requête.',
  'not_taken_remedy.types': 'Demandez à OneStock d’autoriser ces types de commande sur le site.',
  'not_taken_remedy.id':
    'Changez dans la configuration la façon dont les commandes sont nommées dans OneStock.',
  'not_taken_remedy.unknown_item': 'Envoyez le produit à OneStock.',
  'not_taken_remedy.unknown_store':
    'Vérifiez que OneStock a toujours un point OneStock avec cet identifiant.',
  'not_taken_remedy.unknown_sales_channel': 'Choisissez un autre canal de vente dans la configuration.',
  'not_taken_remedy.unknown_ruleset': 'Choisissez un autre enchaînement de règles dans la configuration.',
  onestock_said: 'OneStock a répondu : « {{said}} ».',
  onestock_request: 'L’identifiant de la requête chez OneStock est {{id}}.',
  order_not_sent:
    'La commande n’est pas dans OneStock : personne n’est donc chargé de la préparer. Une fois le problème résolu, synchronisez-la à nouveau.',
  order_not_created: 'La commande n’a pas été créée dans OneStock, et personne n’est chargé de la préparer.',
  order_maybe_created:
    'On ne sait pas si OneStock a la commande. Synchronisez-la à nouveau : l’application vérifie d’abord, et ne la crée jamais deux fois.',
  then_synchronize_again: 'Une fois cela résolu, synchronisez à nouveau la commande.',
  // What waits longer than it should, or waited too long.
  held_too_long:
    'La commande est suspendue depuis plus longtemps que la configuration ne le permet, et personne n’est chargé de la préparer. Levez la suspension dans Shopify, ou annulez la commande.',
  without_address_too_long:
    'La commande attend depuis des jours une adresse de livraison, et personne n’est chargé de la préparer. Ajoutez une adresse à la commande dans Shopify, ou annulez-la.',
  all_orders_not_readable:
    'Ce qui est programmé s’ouvrira peut-être plus de 60 jours après le passage de la commande. Cette application ne pourra plus la lire et ne l’enverrait jamais. Autorisez l’application à lire toutes les commandes.',
  late_after_hold:
    'La suspension de la commande ({{reason}}) a duré si longtemps que l’heure limite de sa promesse est passée.',
  late_after_unnamed_hold:
    'La suspension de la commande a duré si longtemps que l’heure limite de sa promesse est passée.',
  late_after_waiting: 'La commande a attendu si longtemps que l’heure limite de sa promesse est passée.',
  no_promise_any_more: 'OneStock ne promet plus de date : elle peut arriver plus tard qu’annoncé au client.',
  now_promised_by: 'OneStock peut maintenant tenir le {{date, day}}, plus tard qu’annoncé au client.',
  tell_shopper: 'Prévenez le client.',
  removed_since_sent:
    'Retiré dans Shopify après l’envoi de la commande : {{pieces, list}}. OneStock l’a toujours et peut l’envoyer au client. Retirez-le de la commande dans OneStock.',
  refunded_since_sent:
    'Remboursé dans Shopify après l’envoi de la commande : {{pieces, list}}. OneStock l’a toujours et peut l’envoyer au client. Retirez-le de la commande dans OneStock.',
  refunded_or_removed_since_sent:
    'Remboursé ou retiré dans Shopify après l’envoi de la commande : {{pieces, list}}. OneStock l’a toujours et peut l’envoyer au client. Retirez-le de la commande dans OneStock.',
  fulfilled_by_hand:
    'Traité dans Shopify par quelqu’un d’autre après l’envoi de la commande : {{pieces, list}}. OneStock le prépare toujours et peut l’envoyer une seconde fois. Retirez-le de la commande dans OneStock, ou annulez ce traitement dans Shopify.',
  no_longer_shown:
    'Shopify ne montre plus rien à traiter à l’application pour ceci : {{pieces, list}}. Quelqu’un l’a peut-être confié à un service que l’application ne voit pas, alors que OneStock le prépare toujours : le client peut le recevoir deux fois. Voyez dans Shopify qui doit l’envoyer ; si ce n’est pas OneStock, retirez-le là-bas de la commande.',
  fulfilment_cancelled:
    'OneStock a envoyé {{pieces, list}}, et le traitement de ce colis a été annulé dans Shopify, qui l’attend de nouveau. OneStock n’est pas sollicité une seconde fois. Si le client l’a reçu, marquez-le comme traité dans Shopify ; s’il faut le renvoyer, créez une autre commande.',
  held_since_sent:
    'Suspendu dans Shopify après l’envoi de la commande : {{pieces, list}} ({{reason}}). OneStock continue à le préparer, et le colis peut partir. Levez la suspension, ou arrêtez la commande dans OneStock en attendant d’en savoir plus.',
  held_since_sent_unnamed:
    'Suspendu dans Shopify après l’envoi de la commande : {{pieces, list}}. OneStock continue à le préparer, et le colis peut partir. Levez la suspension, ou arrêtez la commande dans OneStock en attendant d’en savoir plus.',
  moved_to_service:
    'Confié à {{service}} dans Shopify après l’envoi de la commande : {{pieces, list}}. OneStock le prépare toujours : le client peut le recevoir deux fois. Retirez-le de la commande dans OneStock, ou ramenez-le dans Shopify.',
  moved_to_location:
    'Déplacé vers {{location}} dans Shopify après l’envoi de la commande : {{pieces, list}}. Cet emplacement ne relève pas de OneStock, qui le prépare toujours : le client peut le recevoir deux fois. Retirez-le de la commande dans OneStock, ou ramenez-le dans Shopify.',
  now_picked_up:
    'À retirer à {{location}} depuis un changement dans Shopify : {{pieces, list}}. OneStock le prépare toujours selon le premier choix du client, et il peut arriver au mauvais endroit. Changez-le dans OneStock, ou revenez en arrière dans Shopify.',
  now_delivered_locally:
    'En livraison locale depuis un changement dans Shopify : {{pieces, list}}. OneStock le prépare toujours selon le premier choix du client. Changez-le dans OneStock, ou revenez en arrière dans Shopify.',
  now_sent_by:
    'À envoyer par « {{rate}} » depuis un changement dans Shopify : {{pieces, list}}. OneStock le prépare toujours selon le premier choix du client. Changez-le dans OneStock, ou revenez en arrière dans Shopify.',
  now_sent:
    'À livrer d’une autre façon depuis un changement dans Shopify : {{pieces, list}}. OneStock le prépare toujours selon le premier choix du client. Changez-le dans OneStock, ou revenez en arrière dans Shopify.',
  address_not_taken:
    'L’adresse de livraison a changé dans Shopify après l’envoi de la commande, mais OneStock n’a pas pris la nouvelle : le colis part à l’ancienne adresse. Changez l’adresse dans OneStock.',
  contact_not_taken:
    'Le nom ou les coordonnées du client ont changé dans Shopify après l’envoi de la commande, mais OneStock ne les a pas pris : le client risque de ne pas être joint. Changez-les dans OneStock.',
  country_changed:
    'L’adresse de livraison est dans un autre pays depuis un changement dans Shopify : {{to, country}} au lieu de {{from, country}}. OneStock n’en a pas été informé, car le transporteur, les taxes et la promesse valaient pour l’ancien pays : le colis part à l’ancienne adresse. Annulez la commande et passez-la de nouveau, ou changez-la dans OneStock et ignorez ce message.',
  address_changed_after_parcel:
    'L’adresse de livraison, ou le contact qui y figure, a changé dans Shopify alors que {{parcels, list}} était déjà en route vers l’ancienne. OneStock n’en a pas été informé. Demandez au transporteur de rediriger ce qui est parti ; s’il reste à envoyer, changez l’adresse dans OneStock.',
  cancelled_but_kept:
    'La commande est annulée dans Shopify, mais OneStock a gardé {{pieces}} de ses pièces, peut-être déjà parties. Regardez la commande dans OneStock.',
  cancelled_and_left_alone:
    'La commande est annulée dans Shopify et continue dans OneStock, comme le veulent les réglages. Retirez-la dans OneStock si elle ne doit pas être préparée.',
  cancelled_not_removed:
    'La commande est annulée dans Shopify, mais n’a pas été retirée de OneStock et peut encore être préparée.',
  account_to_connect:
    'La boutique n’a pas de compte OneStock : connectez OneStock dans la configuration, puis synchronisez à nouveau la commande.',
  change_not_followed:
    'La commande a changé dans Shopify, et OneStock n’a pas pu en être informé, ni dire ce qu’il envoie encore. Il peut envoyer ce qui n’est plus voulu, ou à une ancienne adresse.',
  no_longer_prepared: 'OneStock ne prépare plus ceci : {{pieces, list}}.',
  fulfilment_uncertain:
    'L’application a été interrompue pendant qu’elle traitait le colis {{parcel}} de la commande {{order}}, et ce qui reste de la commande a changé depuis : elle ne peut pas savoir si Shopify l’a fait, et ne le refait pas. Le client n’a peut-être pas su que le colis est parti. Regardez les expéditions de la commande dans Shopify, puis dites sur la page de la commande dans cette application si celle de ce colis y est.',
  parcel_on_hold:
    'Le colis {{parcel}} est parti, mais Shopify suspend {{pieces, list}} de ce colis, et cette suspension n’est pas de cette application. Le client n’est pas informé du départ du colis. Levez la suspension sur la commande ; le colis est alors traité.',
  parcel_not_fulfillable:
    'Le colis {{parcel}} est parti, mais Shopify ne laisse pas l’application traiter {{pieces, list}} de ce colis à l’emplacement attribué. Le client n’est pas informé du départ du colis. Déplacez ces articles vers un emplacement à vous, ou traitez-les à la main.',
  parcel_without_pieces:
    'Le colis {{parcel}} est parti avec {{pieces, list}}, dont Shopify ne montre rien à traiter à l’application : c’est attribué à un autre service d’expédition, déjà traité, ou n’a jamais été dans la commande. Le client n’est pas informé du départ du colis. Comparez la commande dans Shopify et dans OneStock, et traitez à la main ce qui doit l’être.',
  parcel_grew:
    'OneStock a mis {{pieces, list}} dans le colis {{parcel}} après son traitement dans Shopify, et un colis n’est traité qu’une fois. Le client n’est pas informé de ces articles. Traitez-les à la main.',
  parcel_state_unknown:
    'OneStock donne à la commande l’état « {{orderState}} » et à son colis {{parcel}} l’état « {{state}} », qui n’est pas un des états où un colis compte comme parti : il n’est donc pas traité dans Shopify et le client n’est pas informé. Si un tel colis est parti, ajoutez cet état dans les réglages des commandes ; sinon, terminez le colis dans OneStock.',
  pieces_not_holdable:
    'OneStock a retiré {{pieces, list}}, mais Shopify ne laisse pas l’application suspendre cela. Quelqu’un peut essayer de l’expédier. Remboursez ces articles ou retirez-les de la commande.',
  handed_over_in_no_parcel:
    'OneStock en a fini avec la commande et dit avoir remis {{pieces, list}}, dans aucun colis : l’application ne les traite donc pas. Le client n’est pas informé. Si le client les a, traitez-les à la main dans Shopify ; sinon, corrigez la commande dans OneStock.',
  fulfil_refused:
    'Shopify a refusé de traiter un colis de la commande {{order}} ; sa réponse : « {{said}} ». Le client ne voit pas ce qui s’est passé dans OneStock. Faites-le à la main dans Shopify, ou levez l’obstacle et réessayez.',
  hold_refused:
    'Shopify a refusé de suspendre ce que OneStock n’enverra pas de la commande {{order}} ; sa réponse : « {{said}} ». Le client ne voit pas ce qui s’est passé dans OneStock. Faites-le à la main dans Shopify, ou levez l’obstacle et réessayez.',
  release_refused:
    'Shopify a refusé de lever la suspension de ce qui est revenu de la commande {{order}} ; sa réponse : « {{said}} ». Le client ne voit pas ce qui s’est passé dans OneStock. Faites-le à la main dans Shopify, ou levez l’obstacle et réessayez.',
  move_refused:
    'Shopify a refusé de déplacer un colis de la commande {{order}} vers l’emplacement d’où il est parti ; sa réponse : « {{said}} ». Le client ne voit pas ce qui s’est passé dans OneStock. Faites-le à la main dans Shopify, ou levez l’obstacle et réessayez.',
  track_refused:
    'Shopify a refusé le nouveau suivi d’un colis de la commande {{order}} ; sa réponse : « {{said}} ». Le client ne voit pas ce qui s’est passé dans OneStock. Faites-le à la main dans Shopify, ou levez l’obstacle et réessayez.',
  onestock_order_missing:
    'OneStock n’a plus la commande {{id}} : ses colis et ses articles retirés n’arrivent donc pas dans Shopify. Cherchez la commande dans OneStock ; si elle a été supprimée exprès, il n’y a rien à faire.',
  order_not_shown:
    'Shopify ne montre plus cette commande à l’application : elle a été supprimée, ou elle a plus de 60 jours et l’application n’a pas le droit de la lire. Ce que OneStock en prépare continue, ses colis ne sont pas inscrits dans Shopify et les clients n’en sont pas informés. Autorisez l’application à lire toutes les commandes ; si la commande a été supprimée, annulez-la dans OneStock.',
  order_too_large:
    'La commande {{order}} a {{count}} expéditions, et Shopify n’en montre pas plus de {{told}} à l’application : elle ne peut pas savoir quels colis sont traités, et n’en traite aucun plutôt qu’un deux fois. Les clients ne sont pas informés des colis qui partent désormais : traitez-les à la main.',
  order_never_agrees:
    'Chaque fois que l’application a aligné la commande dans Shopify sur OneStock, quelque chose l’a changée à nouveau : l’application s’est donc arrêtée. Cherchez une autre application qui suspend ou libère les mêmes articles. Tant qu’elle le fait, les clients peuvent être informés tard des colis.',
  comparison_stopped_half_way:
    'L’application s’est arrêtée chaque fois qu’elle comparait la commande avec OneStock : ses colis et ses articles retirés n’arrivent peut-être pas dans Shopify, et le client n’est peut-être pas informé. Elle compare à nouveau la commande plus tard ; si ce message reste, prévenez la personne qui exploite cette application.',
  comparison_failed_inside:
    'L’application a échoué chaque fois qu’elle comparait la commande avec OneStock, à cause d’un défaut qui lui est propre : ses colis et ses articles retirés n’arrivent peut-être pas dans Shopify, et le client n’est peut-être pas informé. Elle compare à nouveau la commande plus tard ; si ce message reste, prévenez la personne qui exploite cette application.',
  order_may_differ:
    'Tant que cela dure, les colis et les articles retirés de cette commande n’arrivent peut-être pas dans Shopify, et le client n’est peut-être pas informé.',
  order_gone:
    'La commande, ou l’application, n’est plus dans la boutique. Il n’y a rien sur quoi inscrire la promesse.',
  order_always_stale:
    'La promesse de livraison n’a pas été inscrite sur la commande, car une autre application ou quelqu’un l’a modifiée chaque fois au même moment. Les personnes qui consultent la commande ne voient pas sa promesse. Cherchez une autre application qui écrit des métachamps de l’espace de noms « onestock ».',
  order_stopped_half_way:
    'L’application s’est arrêtée chaque fois qu’elle inscrivait la promesse de livraison sur la commande, et ne réessaie plus d’elle-même. Les personnes qui consultent la commande ne voient peut-être pas sa promesse. Réessayez ; si cela s’arrête encore, prévenez la personne qui exploite cette application.',
  order_failed_inside:
    'L’application a échoué chaque fois qu’elle inscrivait la promesse de livraison sur la commande, à cause d’un défaut qui lui est propre. Les personnes qui consultent la commande ne voient pas sa promesse. Réessayez ; si cela échoue encore, prévenez la personne qui exploite cette application.',
  metafields_refused:
    'Shopify a refusé d’inscrire la promesse de livraison sur la commande {{order}} ; sa réponse : « {{said}} ». Les personnes qui consultent la commande ne voient pas sa promesse. Vérifiez les définitions de métachamps de l’espace de noms « onestock » dans les paramètres de votre boutique.',
  promise_not_written:
    'La promesse de livraison n’a pas été inscrite sur la commande : les personnes qui consultent la commande ne la voient pas. Une fois le problème résolu, réessayez.',
  shown_too_long_ago:
    'Le tarif de la commande a été montré plus de {{hours}} h avant celle-ci, comme lors du renouvellement d’un abonnement ou d’une commande recopiée : sa promesse ne compte donc pas. La commande porte ce que OneStock a promis à nouveau, ou aucune promesse. Le client a pu voir d’autres dates. La durée pendant laquelle un tarif compte se règle dans la configuration.',
  cutoff_passed_before_order:
    'La commande a été passée après l’heure limite de la promesse montrée : celle-ci ne compte donc pas. Si la commande n’a plus de date, ou une autre que celle que le client a vue, prévenez-le.',
  window_passed_before_order:
    'Les dates de livraison du tarif étaient passées au moment de la commande : elles ne comptent donc pas. La commande porte ce que OneStock a promis à nouveau, ou aucune promesse. Il n’y a rien à faire.',
  order_event_unreadable: 'Shopify a envoyé un événement au sujet d’une commande sans dire laquelle.',
  nothing_to_decide: 'Rien n’a été changé : la commande n’attend plus cette décision.',
  order_busy: 'Rien n’a été changé : l’application travaille sur cette commande. Réessayez dans un instant.',
  intent_not_in_doubt:
    'Rien n’a été changé : l’application ou quelqu’un d’autre a déjà décidé si ce colis a été traité. Regardez à nouveau la commande.',
  no_account_to_ask:
    'La boutique n’a pas de compte OneStock : personne ne peut donc dire où en est la commande. Connectez OneStock dans la configuration.',
  told_by_earlier_version: '{{text}}',
  hold_note: 'OneStock n’enverra pas {{pieces, list}} ({{states}}).',
};
