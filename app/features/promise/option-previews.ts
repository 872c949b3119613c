import {
  type DeliveryOptionInput,
  type DeliveryOptions,
  type KeptOption,
  type LastPromise,
  type OptionFault,
  type OptionWarning,
  readDraft,
  type WarningCircumstances,
  warningsOf,
} from '#app/features/delivery-options/index.ts';
import type { OneStockAccounts } from '#app/features/onestock-account/index.ts';
import type { Shops } from '#app/features/shops/index.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { type OptionPreview, previewOption } from './preview-option.ts';

/** How an option that is being written would look at checkout, and what is wrong with it. */
export interface DraftPreview {
  faults: OptionFault[];
  warnings: OptionWarning[];
  /** Null while there is nothing to show. */
  preview: OptionPreview | null;
}

/** An option, what bites at checkout if anything, and the last promise that a shopper saw of it. */
export interface SurveyedOption {
  option: KeptOption;
  /** Empty for an option that is not active or archived: no shopper sees it. */
  warnings: OptionWarning[];
  lastPromise: LastPromise | null;
}

/** What merchants are shown of their options. */
export interface OptionPreviews {
  /**
   * Looks at an option while it is being written. Saves nothing.
   *
   * @param id the option that is edited; null for a new one
   */
  previewDraft(shop: ShopDomain, id: string | null, input: DeliveryOptionInput): Promise<DraftPreview>;
  /** All options of the shop, archived ones too, in their order. */
  survey(shop: ShopDomain): Promise<SurveyedOption[]>;
}

export function createOptionPreviews({
  oneStockAccounts,
  shops,
  deliveryOptions,
  clock,
}: {
  shops: Pick<Shops, 'shop'>;
  oneStockAccounts: Pick<OneStockAccounts, 'stores'>;
  deliveryOptions: Pick<DeliveryOptions, 'check' | 'listAll' | 'lastPromises' | 'texts'>;
  clock: Clock;
}): OptionPreviews {
  return {
    async previewDraft(domain, id, input) {
      const [shop, stores, options, texts, checked] = await Promise.all([
        shops.shop(domain),
        oneStockAccounts.stores(domain),
        deliveryOptions.listAll(domain),
        deliveryOptions.texts(domain),
        deliveryOptions.check(domain, id, input),
      ]);
      const faults = checked.isErr() ? checked.error : [];
      const draft = readDraft(input);
      if (!draft || !shop) return { faults, warnings: [], preview: null };
      const edited = options.find((option) => option.id === id);
      const place = edited?.position ?? Math.max(-1, ...options.map(({ position }) => position)) + 1;
      const others = options.filter((option) => option !== edited && option.archivedAt === null);
      const store = stores.find(
        ({ country }) => country !== null && draft.option.countries.includes(country),
      );
      return {
        faults,
        warnings: warningsOf({ ...draft.option, position: place }, others, { ...shop, stores }),
        preview: previewOption(draft, { shop, texts, store, now: clock.now() }),
      };
    },

    async survey(domain) {
      const [shop, stores, options, lastPromises] = await Promise.all([
        shops.shop(domain),
        oneStockAccounts.stores(domain),
        deliveryOptions.listAll(domain),
        deliveryOptions.lastPromises(domain),
      ]);
      const offered = options.filter((option) => option.active && option.archivedAt === null);
      const circumstances: WarningCircumstances | null = shop && { ...shop, stores };
      return options.map((option) => ({
        option,
        warnings:
          circumstances && offered.includes(option)
            ? warningsOf(
                option,
                offered.filter((other) => other !== option),
                circumstances,
              )
            : [],
        lastPromise: lastPromises[option.handle] ?? null,
      }));
    },
  };
}
