import { describe, expect, it } from 'vitest';
import { itemIdOf } from '#app/features/shops/index.ts';

const NO_BREAK_SPACE = '\u00a0';
const ZERO_WIDTH_SPACE = '\u200b';

describe('the id by which OneStock knows an item', () => {
  it.each([
    ['a space at either end', ' SHIRT-S ', 'SHIRT-S'],
    ['a line break', 'SHIRT-S\r\n', 'SHIRT-S'],
    ['a no-break space', `${NO_BREAK_SPACE}SHIRT-S${NO_BREAK_SPACE} `, 'SHIRT-S'],
    ['a space of no width', `SHIRT-S${ZERO_WIDTH_SPACE}`, 'SHIRT-S'],
    ['a space within, which belongs to it', ' SHIRT S ', 'SHIRT S'],
    ['nothing', '', null],
    ['blanks only', ` ${NO_BREAK_SPACE}\t${ZERO_WIDTH_SPACE}`, null],
    ['no SKU', null, null],
  ])('is the SKU, of one with %s', (_what, sku, id) => {
    expect(itemIdOf({ sku, variantId: '1' }, 'sku')).toBe(id);
  });

  it('is the variant’s number where the shop says so', () => {
    expect(itemIdOf({ sku: ' SHIRT-S ', variantId: '42' }, 'variant_id')).toBe('42');
    expect(itemIdOf({ sku: 'SHIRT-S', variantId: null }, 'variant_id')).toBeNull();
  });
});
