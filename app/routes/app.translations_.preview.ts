import { json, type LoaderFunctionArgs } from '@remix-run/node';
import type { TypedText } from '#app/features/delivery-options/index.ts';
import { merchant } from '#app/ui/merchant.ts';
import { notFound } from '#app/ui/not-found.ts';

/** How a text that is being typed would read: `?id=…&language=…&text=…`. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await merchant(args);
  const { searchParams } = new URL(args.request.url);
  const asked = (name: string) => searchParams.get(name) ?? '';
  const [preview] = await services.texts.previewTexts(shop, [
    { id: asked('id'), language: asked('language'), text: asked('text') },
  ]);
  if (!preview) throw notFound();
  return json<TypedText>(preview);
}
