import { z } from 'zod';
import { formRows, formText, special } from '../../field/shape.ts';
import { settingsGroup } from '../../group/shape.ts';

const id = z.string().trim().min(1).max(200);

const rows = z
  .array(
    z.object({
      /** ISO 3166-1 alpha-2. */
      country: z.string().regex(/^[A-Z]{2}$/),
      channelId: id,
    }),
  )
  .max(250)
  .superRefine((channels, context) => {
    channels.forEach(({ country }, at) => {
      const isRepeated = country !== '' && channels.findIndex((one) => one.country === country) < at;
      if (isRepeated)
        context.addIssue({ code: 'custom', path: [at, 'country'], params: { code: 'country_twice' } });
    });
  });

/** A destination country that has a sales channel of its own. */
export type CountryChannel = z.infer<typeof rows>[number];

const HERE = { section: 'channels' };

/** The sales channels under which OneStock is asked. */
export const CHANNELS = settingsGroup('channels', {
  /** For destinations that have none of their own; null leaves it to OneStock. */
  salesChannel: special(HERE, {
    default: null,
    schema: id.nullable(),
    formSchema: formText,
    toForm: (value) => value ?? '',
    fromForm: (form) => form || null,
    faults: {},
  }),
  salesChannels: special(HERE, {
    default: [],
    schema: rows,
    formSchema: formRows(z.object({ country: formText, channelId: formText })),
    toForm: (value) => value,
    fromForm: (form) => form,
    faults: { country: 'country_needed', channelId: 'channel_needed' },
  }),
});
