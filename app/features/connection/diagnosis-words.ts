import type { OneStockConnection, OneStockError, Resource } from '#app/gateways/onestock/index.ts';
import type { ConnectionFault } from './diagnosis.ts';

/** One finding in the merchant's words, without what it means for shoppers: that depends on whether the account is in use. */
export interface Finding {
  fault: ConnectionFault;
  happened: string;
  remedy: string;
}

/** Cloudflare's answer for a site's own host whose site does not exist; see the gateway. */
const NO_SUCH_SITE = 530;

const CORRECT_HOST = 'Correct the host; where it begins with the site id, look at that too.';
const CORRECT_CREDENTIALS = 'Correct the site id, the user id or the password.';
const WAIT = 'Try again in a few minutes; if this lasts, tell OneStock.';

/** Why a site was not reached, or did not take the credentials. */
export function wordsOfFailure(error: OneStockError, account: OneStockConnection): Finding {
  const { hostname = account.host, host = account.host } = URL.parse(account.host) ?? {};
  const { siteId, userId } = account;
  const found = (fault: ConnectionFault, happened: string, remedy: string): Finding => ({
    fault,
    happened,
    remedy,
  });
  const { broken, status } = error;
  switch (error.code) {
    case 'onestock_host_refused':
      return broken
        ? found(
            'private_address',
            `${hostname} leads to an address of a private network, which the app does not call.`,
            CORRECT_HOST,
          )
        : found(
            'host_refused',
            `${host} is not an address that the app may call.`,
            'Enter an https address under onestock-retail.com, or ask whoever operates this app to allow it.',
          );
    case 'onestock_unreachable':
      if (status === NO_SUCH_SITE)
        return found('no_site_at_host', `No OneStock site answers at ${host}.`, CORRECT_HOST);
      if (broken?.at === 'dns')
        return found('name_unknown', unknownName(broken.code, hostname), CORRECT_HOST);
      if (broken?.at === 'tls')
        return found(
          'certificate_untrusted',
          `The connection to ${host} is not secure: its certificate cannot be trusted (${broken.code}).`,
          'Check the host; if it is right, give OneStock this message.',
        );
      return found(
        'unreachable',
        `${host} could not be reached${broken ? ` (${broken.code})` : ''}.`,
        `Check the host. ${WAIT}`,
      );
    case 'onestock_timeout':
      return found('timeout', `${host} did not answer in time.`, WAIT);
    case 'onestock_unreadable':
    case 'onestock_route_unknown':
      return found(
        'foreign_answer',
        `${host} does not answer ${asVersion(account)}.`,
        'Correct the host or the API version.',
      );
    case 'onestock_credentials_refused':
      return status === 404
        ? found('site_unknown', `OneStock does not know the site “${siteId}”.`, CORRECT_CREDENTIALS)
        : found(
            'user_refused',
            `OneStock refused the user “${userId}” of the site “${siteId}”.`,
            CORRECT_CREDENTIALS,
          );
    case 'onestock_rate_limited':
      return found('rate_limited', 'OneStock takes no more calls for now.', WAIT);
    default:
      return found(
        'not_taken',
        `OneStock did not take the call${status ? ` (status ${status})` : ''}.`,
        WAIT,
      );
  }
}

/** That the policy of the API user withholds resources. */
export function wordsOfPolicy(refused: readonly Resource[], { userId }: OneStockConnection): Finding {
  return {
    fault: 'policy',
    happened: `OneStock’s access policy does not let the user “${userId}” use: ${refused.join(', ')}.`,
    remedy: 'Ask OneStock to allow these resources in the policy of this user.',
  };
}

/** That a resource answers otherwise than the app reads it, which an older or newer API does. */
export function wordsOfForeignAnswer(resource: Resource, account: OneStockConnection): Finding {
  return {
    fault: 'foreign_answer',
    happened: `OneStock’s “${resource}” does not answer ${asVersion(account)}.`,
    remedy: 'Choose another API version, or ask OneStock which one the site has.',
  };
}

function unknownName(code: string, hostname: string): string {
  return code === 'ENOTFOUND'
    ? `There is no host named ${hostname}.`
    : `The address of ${hostname} could not be looked up (${code}).`;
}

function asVersion({ apiVersion }: OneStockConnection): string {
  return apiVersion
    ? `as OneStock’s API version ${apiVersion} does`
    : 'as OneStock’s API without version does';
}
