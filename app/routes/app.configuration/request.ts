import { z } from 'zod';
import { ACCOUNT, formShapeOf, GROUPS } from '#app/features/settings/shape.ts';

/** What the page sends: its values to be saved, or the account to be tried. What they must be like is told by the feature. */
export const configurationRequest = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('test'), ...formShapeOf([ACCOUNT]) }),
  z.object({ intent: z.literal('save'), version: z.int(), ...formShapeOf(GROUPS) }),
]);
