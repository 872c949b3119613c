import type { accountCauses as english } from '../en/account-causes.ts';
import type { Translated } from '../translated.ts';

export const accountCauses: Translated<typeof english> = {
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
};
