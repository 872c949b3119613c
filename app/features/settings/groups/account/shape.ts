import { z } from 'zod';
import { formText, password, select, special, text } from '../../field/shape.ts';
import { settingsGroup } from '../../group/shape.ts';

/** OneStock's shared hosts (https://github.com/OneStock-Retail/onestock-magento-connector). */
const SHARED_HOSTS = {
  production: 'https://api.onestock-retail.com',
  qualification: 'https://api-qualif.onestock-retail.com',
  training: 'https://api-training.onestock-retail.com',
} as const;

export const ENVIRONMENTS = ['production', 'qualification', 'training', 'other'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** The host as the page edits it. */
export type HostForm = {
  environment: Environment;
  /** Counts in the environment `other` only. */
  otherHost: string;
};

const LONGEST_TEXT = 200;

const HERE = { section: 'connection' };

/** The shop's account at OneStock. */
export const ACCOUNT = settingsGroup('account', {
  // The form of a site id as OneStock's own clients check it
  // (https://github.com/OneStock-Retail/onestock-magento-connector).
  siteId: text(HERE, {
    default: '',
    schema: z
      .string()
      .trim()
      .regex(/^[a-z0-9_-]{1,32}$/i),
    fault: 'account.siteId',
  }),
  /** An origin; `https://` may be left out. Whether the app may call it is told by the account. */
  host: special(HERE, {
    default: SHARED_HOSTS.production as string,
    schema: z.string().trim().min(1),
    formSchema: z.object({ environment: z.enum(ENVIRONMENTS), otherHost: formText }),
    toForm: toHostForm,
    fromForm: fromHostForm,
    faults: { '': 'account.host' },
  }),
  userId: text(HERE, {
    default: '',
    schema: z.string().trim().min(1).max(LONGEST_TEXT),
    fault: 'account.userId',
  }),
  /** Empty to keep the one that is stored for the same site, host and user. */
  password: password(HERE, { schema: z.string().max(LONGEST_TEXT), fault: 'account.password' }),
  apiVersion: select(HERE, { values: ['v4', 'v3', 'v2', ''], default: 'v3', fault: 'account.apiVersion' }),
});

function toHostForm(host: string): HostForm {
  const shared = ENVIRONMENTS.find((one) => one !== 'other' && SHARED_HOSTS[one] === host);
  return { environment: shared ?? 'other', otherHost: shared ? '' : host };
}

function fromHostForm({ environment, otherHost }: HostForm): string {
  return environment === 'other' ? otherHost : SHARED_HOSTS[environment];
}
