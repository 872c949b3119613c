import { z } from 'zod';
import type { PostalAddress } from './store/types.ts';

const text = z.string().nullish();

/** The fields of a buyer's address, as the control door takes them. */
export const addressShape = {
  country: z.string().length(2),
  province: text,
  zip: text,
  city: text,
  address1: text,
  address2: text,
  firstName: text,
  lastName: text,
  phone: text,
  company: text,
  latitude: z.number().nullish(),
  longitude: z.number().nullish(),
} satisfies Record<keyof PostalAddress, z.ZodType>;
