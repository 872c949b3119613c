import { err, ok, type Result } from 'neverthrow';
import type { Database } from '#app/platform/database/client.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import { notifyConfigurationChanged } from '#app/platform/database/listen.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { checkOption, handleTaken } from './check-option.ts';
import { columnsOf, toOption } from './columns.ts';
import {
  type DeliveryOptionMissing,
  type DeliveryOptionRefused,
  optionMissing,
  optionRefused,
} from './faults.ts';
import { findOption } from './find-option.ts';
import type { DeliveryOptionInput } from './schema.ts';
import type { KeptOption } from './types.ts';

const LONGEST_HANDLE = 64;

/** Makes an option, the last of the shop's. Rate requests see it at once if it is active. */
export async function createOption(
  database: Database,
  shop: ShopDomain,
  input: DeliveryOptionInput,
): Promise<Result<KeptOption, DeliveryOptionRefused>> {
  const checked = await checkOption(database, shop, null, input);
  if (checked.isErr()) return err(optionRefused(checked.error));
  const { handle } = checked.value;
  try {
    const created = await database.prisma.$transaction(async (transaction) => {
      const last = await transaction.deliveryOption.aggregate({ where: { shop }, _max: { position: true } });
      const position = (last._max.position ?? -1) + 1;
      const row = await transaction.deliveryOption.create({
        data: { shop, handle, position, ...columnsOf(checked.value) },
      });
      await notifyConfigurationChanged(transaction, shop);
      return row;
    });
    return ok(toOption(created));
  } catch (error) {
    const fault = handleTaken(error, handle);
    if (!fault) throw error;
    return err(optionRefused([fault]));
  }
}

/** A copy of the option, behind it and not active, under the next free handle: `EXPRESS-2`, `EXPRESS-3`. */
export async function duplicateOption(
  { prisma }: Database,
  shop: ShopDomain,
  id: string,
): Promise<Result<KeptOption, DeliveryOptionMissing>> {
  const original = await findOption({ prisma }, shop, id);
  if (!original) return err(optionMissing());
  const copy = await prisma.$transaction(async (transaction) => {
    // Two copies made at once would be given one handle.
    await transaction.$queryRaw`select 1 from shop where domain = ${shop} for update`;
    const handle = await freeHandle(transaction, shop, original.handle);
    const place = original.position + 1;
    await transaction.deliveryOption.updateMany({
      where: { shop, position: { gte: place } },
      data: { position: { increment: 1 } },
    });
    const { id: _id, shop: _shop, version: _version, updatedAt: _updatedAt, ...content } = original;
    const row = await transaction.deliveryOption.create({
      data: { ...columnsOf(content), shop, handle, position: place, active: false, archivedAt: null },
    });
    await notifyConfigurationChanged(transaction, shop);
    return row;
  });
  return ok(toOption(copy));
}

async function freeHandle(
  transaction: Prisma.TransactionClient,
  shop: ShopDomain,
  handle: string,
): Promise<string> {
  const rows = await transaction.deliveryOption.findMany({ where: { shop }, select: { handle: true } });
  const taken = new Set(rows.map((row) => row.handle));
  const stem = handle.replace(/-\d+$/, '');
  for (let number = 2; ; number++) {
    const end = `-${number}`;
    const free = stem.slice(0, LONGEST_HANDLE - end.length) + end;
    if (!taken.has(free)) return free;
  }
}
