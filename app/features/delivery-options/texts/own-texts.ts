import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { toOption } from '../columns.ts';
import type { LocalizedText } from '../types.ts';
import type { JudgedPlace } from './judge-text.ts';
import { parseTextId } from './text-id.ts';

/** A text of the shop in the words that the merchant gave it, by language; to be changed in place. */
export interface OwnText {
  place: JudgedPlace;
  words: LocalizedText;
}

/** The texts that are about to be changed, locked until the end of the transaction, by id. An id that is no text of the shop's is not there. */
export async function lockOwnTexts(
  transaction: Prisma.TransactionClient,
  shop: ShopDomain,
  ids: readonly string[],
): Promise<Map<string, OwnText>> {
  const places = ids.map((id) => ({ id, place: parseTextId(id) }));
  const optionIds = places.flatMap(({ place }) => (place?.of === 'option' ? [place.optionId] : []));
  // The shop's row, for a general text may have none of its own yet.
  await transaction.$queryRaw`select 1 from shop where domain = ${shop} for update`;
  await transaction.$queryRaw`
    select 1 from delivery_option where shop = ${shop} and id = any(${optionIds}::uuid[]) order by id for update`;
  const where = { shop, id: { in: optionIds }, archivedAt: null };
  const rows = await transaction.deliveryOption.findMany({ where });
  const options = new Map(rows.map(toOption).map((option) => [option.id, option]));
  const general = await transaction.shopText.findMany({ where: { shop } });

  const texts = new Map<string, OwnText>();
  for (const { id, place } of places) {
    if (place?.of === 'shop') {
      const rows = general.filter(({ key }) => key === place.text);
      texts.set(id, { place, words: Object.fromEntries(rows.map(({ language, text }) => [language, text])) });
    }
    const option = place?.of === 'option' && options.get(place.optionId);
    if (place?.of === 'option' && option)
      texts.set(id, { place: { ...place, option }, words: option[place.field] });
  }
  return texts;
}

/** Writes what {@link lockOwnTexts} gave, as it is now. An option that is open in an editor is thereby another version. */
export async function writeOwnTexts(
  transaction: Prisma.TransactionClient,
  shop: ShopDomain,
  texts: Iterable<OwnText>,
): Promise<void> {
  for (const { place, words } of texts) {
    if (place.of === 'option') {
      const where = { id: place.option.id, shop };
      await transaction.deliveryOption.update({
        where,
        data: { [place.field]: words, version: { increment: 1 } },
      });
    } else {
      await transaction.shopText.deleteMany({ where: { shop, key: place.text } });
      const rows = Object.entries(words).map(([language, text]) => ({
        shop,
        key: place.text,
        language,
        text,
      }));
      await transaction.shopText.createMany({ data: rows });
    }
  }
}
