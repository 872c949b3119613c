import type { OneStockError } from '#app/gateways/onestock/index.ts';
import type { ConnectionFault } from './diagnosis.ts';

/** Cloudflare's answer for a site's own host whose site does not exist; see the gateway. */
const NO_SUCH_SITE = 530;

/** Why a site was not reached, or did not take the credentials. */
export function faultOfFailure({ code, broken, status }: OneStockError): ConnectionFault {
  switch (code) {
    case 'onestock_host_refused':
      return broken ? 'private_address' : 'host_refused';
    case 'onestock_unreachable':
      if (status === NO_SUCH_SITE) return 'no_site_at_host';
      if (broken?.at === 'dns') return 'name_unknown';
      return broken?.at === 'tls' ? 'certificate_untrusted' : 'unreachable';
    case 'onestock_timeout':
      return 'timeout';
    case 'onestock_unreadable':
    case 'onestock_route_unknown':
      return 'foreign_answer';
    case 'onestock_credentials_refused':
      return status === 404 ? 'site_unknown' : 'user_refused';
    case 'onestock_rate_limited':
      return 'rate_limited';
    default:
      return 'not_taken';
  }
}
