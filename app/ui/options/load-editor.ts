import type { KeptOption } from '#app/features/delivery-options/index.ts';
import type { Merchant } from '../merchant.ts';
import type { EditorFacts } from './editor-facts.ts';
import { formOf, newForm } from './fill-form.ts';
import { toChoice } from './find-stores.ts';
import { previewForm } from './preview-form.ts';

/** What the form of an option begins with, from our own database alone; null option for a new one. */
export async function loadEditor(
  { shop: domain, services, language }: Merchant,
  option: KeptOption | null,
): Promise<EditorFacts> {
  const [shop, stores] = await Promise.all([
    services.shops.shop(domain),
    services.oneStockAccounts.stores(domain),
  ]);
  const primary = shop?.primaryLocale ?? 'en';
  const written = option ? [...Object.keys(option.names), ...Object.keys(option.descriptions)] : [];
  const facts = {
    languages: [...new Set([primary, ...(shop?.locales ?? []), ...written])],
    currency: shop?.currency ?? 'EUR',
    country: shop?.country ?? null,
  };
  const form = option ? formOf(option, facts, language) : newForm(facts);
  const id = option?.id ?? null;
  const chosen = option?.stores?.mode === 'list' ? option.stores.endpointIds : [];
  return {
    ...facts,
    id,
    form,
    formPreview: await previewForm(services, domain, { id, form }),
    updatedAt: option?.updatedAt.toISOString() ?? null,
    storeCount: stores.length,
    chosenStores: stores.filter(({ endpointId }) => chosen.includes(endpointId)).map(toChoice),
  };
}
