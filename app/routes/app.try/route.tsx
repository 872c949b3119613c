import { defer } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { LoaderFunctionArgs } from '@remix-run/server-runtime';
import { Layout } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { RatePreview } from '#app/features/promise/index.ts';
import { AppPage } from '#app/ui/app-page.tsx';
import { FailureBanner } from '#app/ui/failure-banner.tsx';
import { type Merchant, merchant } from '#app/ui/merchant.ts';
import { PageSkeleton } from '#app/ui/page-skeleton.tsx';
import type { Part } from '#app/ui/part.ts';
import { Streamed } from '#app/ui/streamed.tsx';
import { parsePreview, readValues } from './parse-preview.ts';
import { PreviewForm } from './preview-form.tsx';
import { PreviewOutcome, type PreviewOutcomeData } from './preview-outcome.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, part } = await merchant(args);
  const grounds = services.ratePreviews.grounds(shop).then((found) => {
    if (found === null) throw new Error('The shop has not finished its installation.');
    return found;
  });
  const values = readValues(args.request);
  const preview = values && parsePreview(values);
  return defer({
    values,
    errors: preview?.isErr() ? preview.error : [],
    grounds: part(grounds),
    outcome: preview?.isOk() ? part(tryOut({ shop, services }, preview.value)) : null,
  });
}

async function tryOut(
  { shop, services }: Pick<Merchant, 'shop' | 'services'>,
  preview: RatePreview,
): Promise<PreviewOutcomeData> {
  const outcome = await services.ratePreviews.run(shop, preview);
  return outcome.match<PreviewOutcomeData>(
    (tried) => ({ tried }),
    ({ code }) => ({ refused: code }),
  );
}

export default function TryRoute() {
  const { t } = useTranslation('try');
  const { values, errors, grounds, ...streamed } = useLoaderData<typeof loader>();
  // Plain JSON, which the type of its unread parts cannot show.
  const outcome = streamed.outcome as Promise<Part<PreviewOutcomeData>> | null;
  return (
    <AppPage title={t('title')} subtitle={t('subtitle')} fullWidth>
      <Streamed
        resolve={grounds}
        fallback={
          <Layout>
            <Layout.Section variant="oneThird">
              <PageSkeleton cards={[6, 12, 10]} />
            </Layout.Section>
            <Layout.Section>
              <PageSkeleton cards={values ? [8, 10, 4] : [2]} />
            </Layout.Section>
          </Layout>
        }
        failure={<FailureBanner title={t('failure.grounds')} />}
      >
        {(arrived) => (
          <Layout>
            <Layout.Section variant="oneThird">
              <PreviewForm grounds={arrived} values={values} errors={errors} />
            </Layout.Section>
            <Layout.Section>
              <PreviewOutcome grounds={arrived} values={values} outcome={outcome} />
            </Layout.Section>
          </Layout>
        )}
      </Streamed>
    </AppPage>
  );
}
