import { err, ok, type Result } from 'neverthrow';
import type { ShopDomain } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import { notifyConfigurationChanged } from '#app/platform/database/listen.ts';
import { type DeliveryOptionInput, deliveryOptionSchema } from './schema.ts';
import type { DeliveryOption } from './types.ts';

/** What is wrong with the input, by the path of the field (`price.amount`). */
export interface DeliveryOptionRefused {
  code: 'delivery_option_refused';
  retryable: false;
  message: string;
  faults: { field: string; message: string }[];
}

export interface DeliveryOptions {
  /** All options of the shop in the order in which they are shown. */
  list(shop: ShopDomain): Promise<DeliveryOption[]>;
  /** Creates the option, or replaces the one that has its handle. Rate requests see it at once. */
  save(shop: ShopDomain, input: DeliveryOptionInput): Promise<Result<DeliveryOption, DeliveryOptionRefused>>;
}

export function createDeliveryOptions(database: Database): DeliveryOptions {
  return {
    async list(shop) {
      const rows = await database.prisma.deliveryOption.findMany({
        where: { shop },
        orderBy: [{ position: 'asc' }, { handle: 'asc' }],
      });
      // Only `save` writes the table, so the JSON columns hold what its schema let through.
      return rows as unknown as DeliveryOption[];
    },

    async save(shop, input) {
      const parsed = deliveryOptionSchema.safeParse(input);
      if (!parsed.success) return err(refusal(parsed.error.issues));
      const { price, fallback, stores, names, descriptions, basketTotal, weightGrams, handle, ...plain } =
        parsed.data;
      const columns = {
        ...plain,
        price: { ...price },
        fallback: { ...fallback },
        stores: stores === null ? Prisma.DbNull : { ...stores },
        names,
        descriptions,
        basketTotal,
        weightGrams,
      };
      const row = await database.prisma.$transaction(async (transaction) => {
        const saved = await transaction.deliveryOption.upsert({
          where: { shop_handle: { shop, handle } },
          create: { shop, handle, ...columns },
          update: columns,
        });
        await notifyConfigurationChanged(transaction, shop);
        return saved;
      });
      return ok(row as unknown as DeliveryOption);
    },
  };
}

function refusal(issues: { path: PropertyKey[]; message: string }[]): DeliveryOptionRefused {
  const faults = issues.map((issue) => ({ field: issue.path.map(String).join('.'), message: issue.message }));
  return {
    code: 'delivery_option_refused',
    retryable: false,
    message: `The delivery option was not saved. ${faults.map((fault) => `${fault.field}: ${fault.message}`).join(' ')}`,
    faults,
  };
}
