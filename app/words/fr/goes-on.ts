import type { goesOn as english } from '../en/goes-on.ts';
import type { Translated } from '../translated.ts';

export const goesOn: Translated<typeof english> = {
  shopify_throttled: 'L’application réessaie d’elle-même.',
  shopify_unreachable: 'L’application réessaie d’elle-même.',
  shopify_timeout: 'L’application réessaie d’elle-même.',
  shopify_failed: 'L’application réessaie d’elle-même.',
  onestock_timeout: 'L’application redemande d’elle-même ; si cela dure, signalez-le à OneStock.',
  onestock_cancelled: 'L’application redemande d’elle-même.',
  onestock_rate_limited:
    'L’application attend puis redemande ; si cela arrive souvent, demandez à OneStock une limite plus haute.',
  onestock_failed: 'L’application redemande d’elle-même ; si cela dure, signalez-le à OneStock.',
  onestock_unreachable: 'S’il est juste, l’application redemande d’elle-même.',
};
