import { defer } from '@remix-run/node';
import { type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/server-runtime';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { PageServices } from '#app/load-context.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { AppPage } from '#app/ui/app-page.tsx';
import { refused, saved } from '#app/ui/form/answer.ts';
import { readJson } from '#app/ui/form/read-json.ts';
import { merchant } from '#app/ui/merchant.ts';
import { PageSkeleton } from '#app/ui/page-skeleton.tsx';
import { Streamed } from '#app/ui/streamed.tsx';
import { type ChangeAnswer, changed, type ReadableAttachment, worded } from './answer.ts';
import { AttachView } from './attach-view.tsx';
import { UnknownAttachment } from './unknown-attachment.tsx';

export { keepTyped as clientAction } from '#app/ui/form/keep-typed.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, part } = await merchant(args);
  return defer({ attachment: part(readAttachment(services, shop)) });
}

async function readAttachment(
  { carrierService }: Pick<PageServices, 'carrierService'>,
  shop: ShopDomain,
): Promise<ReadableAttachment> {
  const read = await carrierService.readAttachment(shop);
  return read.match<ReadableAttachment>(
    (attachment) => ({ isKnown: true, attachment }),
    (error) => ({ isKnown: false, error: worded(error) }),
  );
}

/** What an admin's page can send, and far above the places that a shop has. */
const MOST_PLACES = 5_000;

const body = z.discriminatedUnion('intent', [
  z.object({
    intent: z.enum(['attach', 'detach']),
    placeIds: z.array(z.string().min(1).max(200)).min(1).max(MOST_PLACES),
  }),
  z.object({ intent: z.literal('register') }),
]);

export async function action(args: ActionFunctionArgs) {
  const { shop, services } = await merchant(args);
  const { carrierService, shops } = services;
  const input = await readJson(args.request, body);
  if (input.isErr()) return refused(input.error);
  if (input.value.intent === 'register') {
    const prepared = await shops.prepareShop(shop);
    return prepared.isOk() ? saved() : refused([worded(prepared.error)]);
  }
  const { intent, placeIds } = input.value;
  const outcome = await carrierService[intent](shop, placeIds);
  return outcome.isOk() ? changed(intent, outcome.value) : refused([worded(outcome.error)]);
}

/** A change answers with all that Shopify tells after it: there is no need to ask again. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionResult, defaultShouldRevalidate }) => {
  const answer = actionResult as Partial<ChangeAnswer> | undefined;
  return answer && 'attachment' in answer ? false : defaultShouldRevalidate;
};

export default function CheckoutRoute() {
  const { t } = useTranslation('attach');
  const { attachment } = useLoaderData<typeof loader>();
  return (
    <AppPage title={t('title')} subtitle={t('subtitle')}>
      <Streamed resolve={attachment} fallback={<PageSkeleton cards={[2, 14, 0]} />}>
        {(arrived) =>
          arrived.isKnown ? (
            <AttachView loaded={arrived.attachment} />
          ) : (
            <UnknownAttachment error={arrived.error} />
          )
        }
      </Streamed>
    </AppPage>
  );
}
