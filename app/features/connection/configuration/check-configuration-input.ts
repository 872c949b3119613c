import { z } from 'zod';
import { settingsSchema } from '../shop-settings.ts';
import type { ConfigurationFault, ConfigurationInput } from './types.ts';

const id = z.string().trim().min(1).max(200);

const schema = z.object({
  ...settingsSchema.shape,
  salesChannel: id.nullable(),
  salesChannels: z.array(z.object({ country: z.string().regex(/^[A-Z]{2}$/), channelId: id })).max(250),
  syncsOrders: z.boolean(),
  syncMoment: z.enum(['created', 'paid']),
  rulesets: z
    .array(
      z.object({
        source: z.enum(['option', 'rate']),
        key: z.string().trim().min(1).max(255),
        rulesetChainingId: id,
      }),
    )
    .max(2_000),
  locations: z
    .array(z.object({ locationId: z.string().regex(/^gid:\/\/shopify\/Location\/\d+$/), endpointId: id }))
    .max(2_000),
});

/** What is to be said of a field that is not as it should be, by its name without the places in lists. */
const FAULTS: Record<string, Omit<ConfigurationFault, 'field'>> = {
  softDeadlineMs: {
    code: 'soft_deadline_range',
    message: 'Enter a whole number of milliseconds from 50 to 450.',
  },
  promiseLifeSeconds: {
    code: 'promise_life_range',
    message: 'Enter a whole number of seconds from 0 to 3600.',
  },
  'salesChannels.country': { code: 'country_needed', message: 'Choose a country.' },
  'salesChannels.channelId': { code: 'channel_needed', message: 'Choose a sales channel for this country.' },
};
const UNUSABLE = { code: 'invalid', message: 'This value cannot be used.' };

/** Every fault of what was typed, but for the account's, that can be found without asking anybody. */
export function faultsOf(input: ConfigurationInput): ConfigurationFault[] {
  const faults = (schema.safeParse(input).error?.issues ?? []).map(({ path }) => {
    const name = path.filter((step) => typeof step !== 'number').join('.');
    return { field: path.join('.'), ...(FAULTS[name] ?? UNUSABLE) };
  });
  return [...faults, ...repeatedCountries(input.salesChannels)];
}

function repeatedCountries(channels: ConfigurationInput['salesChannels']): ConfigurationFault[] {
  return channels.flatMap(({ country }, at) => {
    const isRepeated = country !== '' && channels.findIndex((one) => one.country === country) < at;
    if (!isRepeated) return [];
    const message = 'This country has a sales channel already.';
    return [{ field: `salesChannels.${at}.country`, code: 'country_twice', message }];
  });
}
