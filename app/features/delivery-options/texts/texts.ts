import type { Result } from 'neverthrow';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { previewText } from './preview-text.ts';
import type { TextChange, TextsRefused } from './save-texts.ts';
import { readScene, type TextsDependencies } from './scene.ts';
import { toOverview } from './to-overview.ts';
import type { TextsOverview, TypedText } from './types.ts';

/** What the shoppers of a shop read of this app, and in which words. */
export interface Texts {
  /** See {@link toOverview}. Nothing outside is asked. */
  readTexts(shop: ShopDomain): Promise<TextsOverview>;
  /** See {@link previewText}. Saves nothing. */
  previewTexts(shop: ShopDomain, changes: readonly Omit<TextChange, 'was'>[]): Promise<TypedText[]>;
  /** Saves texts of the shop's languages; see `saveTexts` of the delivery options. */
  saveTexts(shop: ShopDomain, changes: readonly TextChange[]): Promise<Result<void, TextsRefused>>;
}

export function createTexts(dependencies: TextsDependencies): Texts {
  const { deliveryOptions } = dependencies;
  return {
    async readTexts(shop) {
      return toOverview(await readScene(dependencies, shop));
    },
    async previewTexts(shop, changes) {
      const scene = await readScene(dependencies, shop);
      return changes.flatMap((change) => previewText(scene, change) ?? []);
    },
    saveTexts: (shop, changes) => deliveryOptions.saveTexts(shop, changes),
  };
}
