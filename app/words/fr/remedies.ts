import type { remedies as english } from '../en/remedies.ts';
import type { Translated } from '../translated.ts';

export const remedies: Translated<typeof english> = {
  not_loaded: 'Les clients au paiement ne sont pas concernés. Réessayez dans un instant.',
  run_stopped_half_way:
    'Réessayez ; si ce message revient, prévenez la personne qui exploite cette application.',
  run_failed_inside:
    'Réessayez ; si ce message revient, prévenez la personne qui exploite cette application.',
  unreadable: 'Si cela reste plus d’un jour, signalez-le à la personne qui exploite cette application.',
  order_event_unreadable:
    'Si une commande venait d’être annulée ou modifiée, synchronisez-la à nouveau, puis écartez l’événement.',
  shopify_not_installed:
    'Ouvrez l’application une fois dans l’interface administrateur Shopify pour la reconnecter.',
  shopify_unauthorized:
    'Ouvrez l’application dans l’interface administrateur Shopify pour renouveler son accès.',
  shopify_refused: 'Vérifiez que l’application a toutes les autorisations qu’elle demande.',
  carrier_service_refused:
    'La raison habituelle est le forfait : les tarifs calculés par une application demandent le forfait Advanced ou supérieur, ou le forfait Grow payé à l’année ou avec l’option d’expédition calculée par le transporteur. Une fois cela réglé, ouvrez à nouveau cette application.',
  carrier_service_twice: 'Supprimez le plus ancien dans Paramètres > Expédition et livraison.',
  definition_conflict:
    'Supprimez ces définitions dans Paramètres > Données personnalisées > Commandes, puis ouvrez à nouveau cette application.',
  onestock_unreachable: 'Vérifiez l’hôte dans la configuration.',
  onestock_credentials_refused:
    'Vérifiez l’identifiant du site, l’identifiant de l’utilisateur et le mot de passe dans la configuration.',
  onestock_forbidden: 'Demandez à OneStock de l’autoriser à l’utilisateur de l’API.',
  onestock_route_unknown: 'Corrigez la version de l’API ou l’hôte dans la configuration.',
  onestock_not_found: 'Vérifiez dans OneStock que ce qui a été demandé existe encore.',
  onestock_conflict: 'Regardez dans OneStock ce qui existe déjà.',
  onestock_refused: 'Si cela dure, signalez-le à OneStock.',
  onestock_unreadable: 'Vérifiez l’hôte et la version de l’API dans la configuration.',
  onestock_host_refused:
    'Saisissez une adresse https sous onestock-retail.com, ou demandez à la personne qui exploite cette application de l’autoriser.',
  endpoints_gone: 'Vérifiez dans OneStock que l’utilisateur de l’API peut lire les points OneStock du site.',
  webhook_paused: 'Si quelqu’un l’a mis en pause, activez-le dans OneStock.',
  webhook_signature_unknown:
    'L’application redonne sa clé à OneStock dans l’heure ; si ce message reste, demandez à OneStock comment il signe les messages de ses webhooks.',
  currency_mismatch: 'Définissez leurs prix en {{currency}}.',
  carrier_signature_wrong:
    'Demandez à la personne qui exploite cette application de vérifier son secret d’API.',
};
