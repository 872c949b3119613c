interface LocalizedText {
  en: string;
  fr: string;
  de: string;
}

/** One variant. Variants that share `productHandle` are one product. */
export interface CatalogueEntry {
  /** `SKU-001` to `SKU-300`. */
  sku: string;
  productHandle: string;
  productTitle: LocalizedText;
  /** Product and variant together, such as `Linen shirt, navy, M`. */
  title: LocalizedText;
  colour: LocalizedText;
  /** `S`, `M`, `L` or `XL`; absent where the product has one size only. */
  size?: string;
  category: 'clothing' | 'home';
  /** Cents. */
  priceEur: number;
  grams: number;
}

type Product = [en: string, fr: string, de: string, priceEur: number, grams: number];

const clothes: Product[] = [
  ['Cotton T-shirt', 'T-shirt en coton', 'Baumwoll-T-Shirt', 1990, 180],
  ['Long-sleeved top', 'T-shirt à manches longues', 'Langarmshirt', 2490, 220],
  ['Oxford shirt', 'Chemise Oxford', 'Oxfordhemd', 4990, 260],
  ['Linen shirt', 'Chemise en lin', 'Leinenhemd', 5990, 210],
  ['Piqué polo shirt', 'Polo en piqué', 'Piqué-Poloshirt', 3990, 240],
  ['Sweatshirt', 'Sweat-shirt', 'Sweatshirt', 4490, 420],
  ['Zip hoodie', 'Sweat à capuche zippé', 'Kapuzenjacke', 5490, 560],
  ['Merino jumper', 'Pull en mérinos', 'Merinopullover', 7990, 330],
  ['Knitted cardigan', 'Gilet en maille', 'Strickjacke', 6990, 390],
  ['Straight jeans', 'Jean droit', 'Gerade Jeans', 6990, 640],
  ['Slim chinos', 'Chino ajusté', 'Schmale Chinohose', 5490, 480],
  ['Bermuda shorts', 'Bermuda', 'Bermudashorts', 3490, 300],
  ['Pleated skirt', 'Jupe plissée', 'Faltenrock', 4990, 290],
  ['Wrap dress', 'Robe portefeuille', 'Wickelkleid', 7490, 340],
  ['Unlined blazer', 'Blazer non doublé', 'Ungefütterter Blazer', 11900, 620],
  ['Quilted gilet', 'Doudoune sans manches', 'Steppweste', 8490, 450],
  ['Hooded raincoat', 'Imperméable à capuche', 'Regenmantel mit Kapuze', 12900, 780],
  ['Wool coat', 'Manteau en laine', 'Wollmantel', 19900, 1450],
  ['Flannel pyjamas', 'Pyjama en flanelle', 'Flanellpyjama', 4490, 510],
  ['Ribbed leggings', 'Legging côtelé', 'Gerippte Leggings', 2490, 200],
];

const homeware: Product[] = [
  ['Cushion cover', 'Housse de coussin', 'Kissenbezug', 1990, 190],
  ['Wool throw', 'Plaid en laine', 'Wolldecke', 6990, 980],
  ['Linen duvet cover', 'Housse de couette en lin', 'Bettbezug aus Leinen', 12900, 1650],
  ['Bath towel', 'Drap de bain', 'Badetuch', 2990, 620],
  ['Hand towel', 'Serviette de toilette', 'Handtuch', 1290, 240],
  ['Bath mat', 'Tapis de bain', 'Badematte', 2490, 760],
  ['Tablecloth', 'Nappe', 'Tischdecke', 3990, 540],
  ['Set of four napkins', 'Lot de quatre serviettes de table', 'Vier Stoffservietten', 1990, 210],
  ['Kitchen apron', 'Tablier de cuisine', 'Küchenschürze', 2790, 260],
  ['Stoneware mug', 'Mug en grès', 'Steingutbecher', 1190, 380],
  ['Serving bowl', 'Saladier', 'Servierschale', 2990, 1150],
  ['Dinner plate', 'Assiette plate', 'Essteller', 1490, 720],
  ['Glass vase', 'Vase en verre', 'Glasvase', 3490, 1300],
  ['Scented candle', 'Bougie parfumée', 'Duftkerze', 2290, 430],
  ['Table lamp', 'Lampe de table', 'Tischlampe', 8990, 2100],
];

const colours: LocalizedText[] = [
  { en: 'navy', fr: 'bleu marine', de: 'marineblau' },
  { en: 'ecru', fr: 'écru', de: 'naturweiß' },
  { en: 'olive', fr: 'olive', de: 'oliv' },
  { en: 'black', fr: 'noir', de: 'schwarz' },
  { en: 'terracotta', fr: 'terracotta', de: 'terrakotta' },
  { en: 'sand', fr: 'sable', de: 'sand' },
];

function variantOf(
  [en, fr, de, priceEur, grams]: Product,
  category: CatalogueEntry['category'],
  colour: LocalizedText,
  size?: string,
): Omit<CatalogueEntry, 'sku'> {
  const productTitle = { en, fr, de };
  const describe = (language: keyof LocalizedText) =>
    [productTitle[language], colour[language], size].filter(Boolean).join(', ');
  const title = { en: describe('en'), fr: describe('fr'), de: describe('de') };
  const productHandle = en.toLowerCase().replaceAll('é', 'e').replaceAll(' ', '-');
  return { productHandle, productTitle, title, colour, size, category, priceEur, grams };
}

/** `count` colours, a different choice for each product. */
function coloursOf(productIndex: number, count: number): LocalizedText[] {
  return [...colours, ...colours].slice(productIndex % colours.length).slice(0, count);
}

const variants = [
  ...clothes.flatMap((product, at) =>
    coloursOf(at, 3).flatMap((colour) =>
      ['S', 'M', 'L', 'XL'].map((size) => variantOf(product, 'clothing', colour, size)),
    ),
  ),
  ...homeware.flatMap((product, at) => coloursOf(at, 4).map((colour) => variantOf(product, 'home', colour))),
];

/**
 * What the demo merchant sells, shared by the simulators so that a Shopify SKU is a OneStock item id: 300 variants, 240
 * of clothes (20 products, three colours, four sizes) and 60 for the home (15 products, four colours).
 */
export const CATALOGUE: readonly CatalogueEntry[] = variants.map((variant, at) => ({
  sku: `SKU-${String(at + 1).padStart(3, '0')}`,
  ...variant,
}));
