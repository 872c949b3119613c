import { err, ok, type Result } from 'neverthrow';
import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { faultsOf, type OptionFault } from './faults.ts';
import { type CheckedOption, type DeliveryOptionInput, deliveryOptionSchema } from './schema.ts';
import { wasShown } from './was-shown.ts';

/**
 * Whether the shop could save this option: by the schema, and because its handle is free. The handle of an option that shoppers saw within
 * the last 30 days cannot be changed, nor that of an active one: orders find their promise by it.
 *
 * @param id the option that is edited; null for a new one
 */
export async function checkOption(
  database: Database,
  shop: ShopDomain,
  id: string | null,
  input: DeliveryOptionInput,
): Promise<Result<CheckedOption, OptionFault[]>> {
  const parsed = deliveryOptionSchema.safeParse(input);
  const faults = parsed.success ? [] : faultsOf(parsed.error.issues);
  const ofHandle = await handleFault(database, shop, id, input.handle);
  if (ofHandle) faults.push(ofHandle);
  return parsed.success && faults.length === 0 ? ok(parsed.data) : err(faults);
}

async function handleFault(
  database: Database,
  shop: ShopDomain,
  id: string | null,
  handle: string,
): Promise<OptionFault | null> {
  const edited = id === null ? null : await database.prisma.deliveryOption.findFirst({ where: { shop, id } });
  if (edited?.handle === handle) return null;
  const holder = await database.prisma.deliveryOption.findUnique({
    where: { shop_handle: { shop, handle } },
    select: { archivedAt: true },
  });
  if (holder) return handleUsed(handle, holder.archivedAt !== null);
  if (edited && (edited.active || (await wasShown(database, shop, edited.handle)))) {
    return {
      field: 'handle',
      code: 'handle_fixed',
      params: { handle: edited.handle },
    };
  }
  return null;
}

function handleUsed(handle: string, isArchived: boolean): OptionFault {
  return {
    field: 'handle',
    code: isArchived ? 'handle_used_by_archived' : 'handle_used',
    params: { handle },
  };
}

/** The fault behind an error of the database, when two options were given one handle at the same moment; null for any other error. */
export function handleTaken(error: unknown, handle: string): OptionFault | null {
  const isTaken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
  return isTaken ? handleUsed(handle, false) : null;
}
