import { err, ok, type Result } from 'neverthrow';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import { notifyConfigurationChanged } from '#app/platform/database/listen.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { createOption, duplicateOption } from './add-option.ts';
import { archiveOption, restoreOption, setActive, updateOption } from './change-option.ts';
import { checkOption } from './check-option.ts';
import { columnsOf, toOption } from './columns.ts';
import {
  type ChangedMeanwhile,
  type DeliveryOptionMissing,
  type DeliveryOptionRefused,
  faultsOf,
  type OptionFault,
  optionRefused,
} from './faults.ts';
import { findOption } from './find-option.ts';
import { type LastPromise, readLastPromises } from './last-promises.ts';
import { reorderOptions } from './reorder-options.ts';
import { type CheckedOption, type DeliveryOptionInput, deliveryOptionSchema } from './schema.ts';
import { type ShopTexts, shopTexts } from './texts/general-texts.ts';
import { saveTexts, type TextChange, type TextsRefused } from './texts/save-texts.ts';
import type { DeliveryOption, KeptOption } from './types.ts';

/** What a shop offers at checkout. */
export interface DeliveryOptions {
  /** The shop's options in the order in which they are shown, without those that are archived. */
  list(shop: ShopDomain): Promise<DeliveryOption[]>;
  /** The archived ones too: they can be restored, and an order may have been placed with one. */
  listAll(shop: ShopDomain): Promise<KeptOption[]>;
  /** See {@link findOption}. */
  find(shop: ShopDomain, id: string): Promise<KeptOption | null>;
  /** See {@link checkOption}. Saves nothing. */
  check(
    shop: ShopDomain,
    id: string | null,
    input: DeliveryOptionInput,
  ): Promise<Result<CheckedOption, OptionFault[]>>;
  /** See {@link createOption}. */
  create(shop: ShopDomain, input: DeliveryOptionInput): Promise<Result<KeptOption, DeliveryOptionRefused>>;
  /** See {@link updateOption}. */
  update(
    shop: ShopDomain,
    id: string,
    version: number,
    input: DeliveryOptionInput,
  ): Promise<Result<KeptOption, DeliveryOptionRefused | DeliveryOptionMissing | ChangedMeanwhile>>;
  /** Creates the option, or replaces the one that has its handle, whatever its version. Rate requests see it at once. */
  save(shop: ShopDomain, input: DeliveryOptionInput): Promise<Result<KeptOption, DeliveryOptionRefused>>;
  /** See {@link duplicateOption}. */
  duplicate(shop: ShopDomain, id: string): Promise<Result<KeptOption, DeliveryOptionMissing>>;
  /** See {@link setActive}. */
  setActive(
    shop: ShopDomain,
    id: string,
    active: boolean,
  ): Promise<Result<KeptOption, DeliveryOptionMissing>>;
  /** See {@link archiveOption}. */
  archive(shop: ShopDomain, id: string): Promise<Result<KeptOption, DeliveryOptionMissing>>;
  /** See {@link restoreOption}. */
  restore(shop: ShopDomain, id: string): Promise<Result<KeptOption, DeliveryOptionMissing>>;
  /** See {@link reorderOptions}. */
  reorder(shop: ShopDomain, ids: readonly string[]): Promise<Result<void, DeliveryOptionMissing>>;
  /** See {@link readLastPromises}. */
  lastPromises(shop: ShopDomain): Promise<Record<string, LastPromise>>;
  /** The shop's general texts: what shoppers read where an option has no words of its own. */
  texts(shop: ShopDomain): Promise<ShopTexts>;
  /** See {@link saveTexts}. */
  saveTexts(shop: ShopDomain, changes: readonly TextChange[]): Promise<Result<void, TextsRefused>>;
}

export function createDeliveryOptions(database: Database, clock: Clock): DeliveryOptions {
  const list = async (where: { shop: ShopDomain; archivedAt?: null }) => {
    const rows = await database.prisma.deliveryOption.findMany({
      where,
      orderBy: [{ position: 'asc' }, { handle: 'asc' }],
    });
    return rows.map(toOption);
  };
  return {
    list: (shop) => list({ shop, archivedAt: null }),
    listAll: (shop) => list({ shop }),
    find: (shop, id) => findOption(database, shop, id),
    check: (shop, id, input) => checkOption(database, shop, id, input),
    create: (shop, input) => createOption(database, shop, input),
    update: (shop, id, version, input) => updateOption(database, shop, id, version, input),
    save: (shop, input) => saveByHandle(database, shop, input),
    duplicate: (shop, id) => duplicateOption(database, shop, id),
    setActive: (shop, id, active) => setActive(database, shop, id, active),
    archive: (shop, id) => archiveOption(database, shop, id, clock.now()),
    restore: (shop, id) => restoreOption(database, shop, id),
    reorder: (shop, ids) => reorderOptions(database, shop, ids),
    lastPromises: (shop) => readLastPromises(database, shop),
    texts: async (shop) => shopTexts(await database.prisma.shopText.findMany({ where: { shop } })),
    saveTexts: (shop, changes) => saveTexts(database, shop, changes),
  };
}

async function saveByHandle(
  { prisma }: Database,
  shop: ShopDomain,
  input: DeliveryOptionInput,
): Promise<Result<KeptOption, DeliveryOptionRefused>> {
  const parsed = deliveryOptionSchema.safeParse(input);
  if (!parsed.success) return err(optionRefused(faultsOf(parsed.error.issues)));
  const { handle, position } = parsed.data;
  const columns = { ...columnsOf(parsed.data), position, archivedAt: null };
  const row = await prisma.$transaction(async (transaction) => {
    const saved = await transaction.deliveryOption.upsert({
      where: { shop_handle: { shop, handle } },
      create: { shop, handle, ...columns },
      update: { ...columns, version: { increment: 1 } },
    });
    await notifyConfigurationChanged(transaction, shop);
    return saved;
  });
  return ok(toOption(row));
}
