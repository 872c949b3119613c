import { describe, expect, it } from 'vitest';
import { parsePreview, readValues } from '#app/routes/app.try/parse-preview.ts';
import { EMPTY_LINE, type PreviewValues, searchOf } from '#app/routes/app.try/preview-values.ts';

const VALUES: PreviewValues = {
  lines: [{ ...EMPTY_LINE, sku: ' SKU-001 ', quantity: '2' }],
  country: 'FR',
  zip: '31000',
  city: '',
  region: '',
  coordinates: '',
  locale: 'fr',
  moment: '',
  mode: 'checkout',
};
const LINE = { ...EMPTY_LINE, sku: 'SKU-001' };

const previewOf = (change: Partial<PreviewValues> = {}) =>
  parsePreview({ ...VALUES, ...change })._unsafeUnwrap();
const faultsOf = (change: Partial<PreviewValues>) =>
  parsePreview({ ...VALUES, ...change })
    ._unsafeUnwrapErr()
    .map(({ field, code }) => [field, code]);
const opened = (search: string) => readValues(new Request(`https://app.example.com/app/try${search}`));

describe('what is tried', () => {
  it('is what was typed, without the spaces around it; what was left empty is Shopify’s own', () => {
    expect(previewOf()).toEqual({
      lines: [{ kind: 'own', variantId: null, sku: 'SKU-001', quantity: 2, grams: null, unitPrice: null }],
      destination: { country: 'FR', region: null, zip: '31000', city: null, latitude: null, longitude: null },
      locale: 'fr',
      moment: null,
      mode: 'checkout',
    });
  });

  it('takes prices as people write them, as hundredths', () => {
    const prices = ['19.99', '19,9', '20', '0.29'].map((price) => ({ ...LINE, price }));
    expect(previewOf({ lines: prices }).lines.map(({ unitPrice }) => unitPrice)).toEqual([
      1999, 1990, 2000, 29,
    ]);
  });

  it('takes coordinates as a map gives them', () => {
    for (const coordinates of ['43.6045, 1.444', '43.6045,1.444', ' 43.6045 1.444 '])
      expect(previewOf({ coordinates }).destination).toMatchObject({ latitude: 43.6045, longitude: 1.444 });
  });

  it('takes a custom line without a SKU, and as no product of the shop whatever was picked', () => {
    const variantId = 'gid://shopify/ProductVariant/1';
    const lines = [
      { ...EMPTY_LINE, kind: 'custom' as const },
      { ...LINE, variantId, kind: 'custom' as const },
    ];
    const custom = { kind: 'custom', variantId: null, sku: null };
    expect(previewOf({ lines }).lines).toMatchObject([custom, custom]);
  });

  it('leaves out a line that nothing was written into', () => {
    expect(previewOf({ lines: [EMPTY_LINE, LINE, EMPTY_LINE] }).lines).toHaveLength(1);
  });
});

describe('what cannot be tried is told beside its field', () => {
  it.each<[Partial<PreviewValues>, string, string]>([
    [{ lines: [] }, 'lines.0.sku', 'basket_empty'],
    [{ lines: [EMPTY_LINE] }, 'lines.0.sku', 'basket_empty'],
    [{ lines: [LINE, { ...EMPTY_LINE, grams: '10' }] }, 'lines.1.sku', 'sku_missing'],
    [{ lines: [EMPTY_LINE, { ...LINE, quantity: '0' }] }, 'lines.1.quantity', 'quantity_invalid'],
    [{ lines: [{ ...LINE, quantity: '1.5' }] }, 'lines.0.quantity', 'quantity_invalid'],
    [{ lines: [{ ...LINE, grams: '-1' }] }, 'lines.0.grams', 'grams_invalid'],
    [{ lines: [{ ...LINE, price: '1.999' }] }, 'lines.0.price', 'price_invalid'],
    [{ country: '' }, 'country', 'country_missing'],
    [{ coordinates: 'Toulouse' }, 'coordinates', 'coordinates_invalid'],
    [{ coordinates: '91, 0' }, 'coordinates', 'coordinates_invalid'],
    [{ moment: '2026-02-31T10:00' }, 'moment', 'moment_invalid'],
    [{ moment: 'tomorrow' }, 'moment', 'moment_invalid'],
  ])('%j', (change, field, code) => {
    expect(faultsOf(change)).toEqual([[field, code]]);
  });
});

describe('the address of a preview', () => {
  it('gives back the form as it was typed', () => {
    expect(opened(searchOf(VALUES))).toEqual(VALUES);
  });

  it.each(['', '?preview=', '?preview=%7B', '?preview=null', '?preview=[]', '?preview={"lines":{}}'])(
    'that holds no preview opens an empty form: %s',
    (search) => {
      expect(opened(search)).toBeNull();
    },
  );

  it('may hold anything, and still opens a form with texts only', () => {
    const odd = encodeURIComponent('{"lines":[{"sku":7}],"country":["FR"],"mode":"delete","zip":null}');
    expect(opened(`?preview=${odd}`)).toMatchObject({
      lines: [{ sku: '' }],
      country: '',
      mode: 'new',
      zip: '',
    });
  });
});
