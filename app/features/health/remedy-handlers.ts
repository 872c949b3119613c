import type { ShopDomain } from '#app/platform/tenant.ts';

/**
 * Does what a person asks for about the subjects of one source, by their ids, and takes their obstacles off the list with it. Subjects of
 * other shops, and those that ask for nothing any more, are not touched, so that asking twice is asking once.
 *
 * @returns how many subjects it touched
 */
export type RemedyHandler = (shop: ShopDomain, subjectIds: readonly string[]) => Promise<number>;

/** What can be asked for, by source. Dismissing what has no handler of its own takes it off the list. */
export type RemedyHandlers = Readonly<
  Record<string, { retry?: RemedyHandler; dismiss?: RemedyHandler } | undefined>
>;
