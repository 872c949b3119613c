import { Prisma, type DeliveryOption as Row } from '#app/platform/database/generated/client.ts';
import type { CheckedOption } from './schema.ts';
import type { KeptOption } from './types.ts';

/** What of an option stands in its row beside shop, handle and place. */
export function columnsOf({ handle: _handle, position: _position, ...option }: CheckedOption) {
  const { price, fallback, stores, ...plain } = option;
  return {
    ...plain,
    price: { ...price },
    fallback: { ...fallback },
    stores: stores === null ? Prisma.DbNull : { ...stores },
  };
}

/** The option of a row. Only this feature writes the table, so the JSON columns hold what the schema let through. */
export function toOption(row: Row): KeptOption {
  return row as unknown as KeptOption;
}
