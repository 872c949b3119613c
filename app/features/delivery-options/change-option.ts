import { err, ok, type Result } from 'neverthrow';
import type { Database } from '#app/platform/database/client.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import { notifyConfigurationChanged } from '#app/platform/database/listen.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { checkOption, handleTaken } from './check-option.ts';
import { columnsOf, toOption } from './columns.ts';
import {
  type ChangedMeanwhile,
  changedMeanwhile,
  type DeliveryOptionMissing,
  type DeliveryOptionRefused,
  optionMissing,
  optionRefused,
} from './faults.ts';
import { findOption } from './find-option.ts';
import type { DeliveryOptionInput } from './schema.ts';
import type { KeptOption } from './types.ts';

/**
 * Replaces what is in an option, if it is still the `version` that was edited. Its place among the others stays. Rate requests see it at
 * once.
 */
export async function updateOption(
  database: Database,
  shop: ShopDomain,
  id: string,
  version: number,
  input: DeliveryOptionInput,
): Promise<Result<KeptOption, DeliveryOptionRefused | DeliveryOptionMissing | ChangedMeanwhile>> {
  const current = await findOption(database, shop, id);
  if (!current || current.archivedAt) return err(optionMissing());
  if (current.version !== version) return err(changedMeanwhile(current.updatedAt));
  const checked = await checkOption(database, shop, id, input);
  if (checked.isErr()) return err(optionRefused(checked.error));
  const { handle } = checked.value;
  const where = { shop, id, version, archivedAt: null };
  try {
    const saved = await change(database, shop, where, { handle, ...columnsOf(checked.value) });
    if (saved) return ok(saved);
  } catch (error) {
    const fault = handleTaken(error, handle);
    if (!fault) throw error;
    return err(optionRefused([fault]));
  }
  // Between the reading and the writing.
  const changed = await findOption(database, shop, id);
  return err(changed && !changed.archivedAt ? changedMeanwhile(changed.updatedAt) : optionMissing());
}

/** Shows the option at checkout, or keeps it back. */
export async function setActive(
  database: Database,
  shop: ShopDomain,
  id: string,
  active: boolean,
): Promise<Result<KeptOption, DeliveryOptionMissing>> {
  const changed = await changeKnown(database, shop, id, { archivedAt: null }, { active });
  return changed ? ok(changed) : err(optionMissing());
}

/** Puts an option away: the checkout forgets it, orders placed with it still find their promise, its handle stays taken. */
export async function archiveOption(
  database: Database,
  shop: ShopDomain,
  id: string,
  at: Date,
): Promise<Result<KeptOption, DeliveryOptionMissing>> {
  const changed = await changeKnown(database, shop, id, { archivedAt: null }, { archivedAt: at });
  return changed ? ok(changed) : err(optionMissing());
}

/** Brings an archived option back, not active: whoever restores it looks at it before shoppers do. */
export async function restoreOption(
  database: Database,
  shop: ShopDomain,
  id: string,
): Promise<Result<KeptOption, DeliveryOptionMissing>> {
  const data = { archivedAt: null, active: false };
  const changed = await changeKnown(database, shop, id, { archivedAt: { not: null } }, data);
  return changed ? ok(changed) : err(optionMissing());
}

async function changeKnown(
  database: Database,
  shop: ShopDomain,
  id: string,
  where: Prisma.DeliveryOptionWhereInput,
  data: Prisma.DeliveryOptionUpdateManyMutationInput,
): Promise<KeptOption | null> {
  if (!(await findOption(database, shop, id))) return null;
  return change(database, shop, { ...where, shop, id }, data);
}

/** The option as changed, under a new version; null when none is as `where` says. */
async function change(
  { prisma }: Database,
  shop: ShopDomain,
  where: Prisma.DeliveryOptionWhereInput,
  data: Prisma.DeliveryOptionUpdateManyMutationInput,
): Promise<KeptOption | null> {
  return prisma.$transaction(async (transaction) => {
    const [row] = await transaction.deliveryOption.updateManyAndReturn({
      where,
      data: { ...data, version: { increment: 1 } },
    });
    if (!row) return null;
    await notifyConfigurationChanged(transaction, shop);
    return toOption(row);
  });
}
