import { defer } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { LoaderFunctionArgs } from '@remix-run/server-runtime';
import { Layout } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { RateTrial } from '#app/features/promise/index.ts';
import { AppPage } from '#app/ui/app-page.tsx';
import { FailureBanner } from '#app/ui/failure-banner.tsx';
import { type Merchant, merchant } from '#app/ui/merchant.ts';
import { PageSkeleton } from '#app/ui/page-skeleton.tsx';
import type { Part } from '#app/ui/part.ts';
import { Streamed } from '#app/ui/streamed.tsx';
import { parseTrial, readValues } from './parse-trial.ts';
import { TrialForm } from './trial-form.tsx';
import { TrialOutcome, type TrialOutcomeData } from './trial-outcome.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, part } = await merchant(args);
  const grounds = services.rateTrials.grounds(shop).then((found) => {
    if (found === null) throw new Error('The shop has not finished its installation.');
    return found;
  });
  const values = readValues(args.request);
  const trial = values && parseTrial(values);
  return defer({
    values,
    errors: trial?.isErr() ? trial.error : [],
    grounds: part(grounds),
    outcome: trial?.isOk() ? part(tryOut({ shop, services }, trial.value)) : null,
  });
}

async function tryOut(
  { shop, services }: Pick<Merchant, 'shop' | 'services'>,
  trial: RateTrial,
): Promise<TrialOutcomeData> {
  const outcome = await services.rateTrials.run(shop, trial);
  return outcome.match<TrialOutcomeData>(
    (tried) => ({ tried }),
    ({ code }) => ({ refused: code }),
  );
}

export default function TryRoute() {
  const { t } = useTranslation('try');
  const { values, errors, grounds, ...streamed } = useLoaderData<typeof loader>();
  // Plain JSON, which the type of its unread parts cannot show.
  const outcome = streamed.outcome as Promise<Part<TrialOutcomeData>> | null;
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
              <TrialForm grounds={arrived} values={values} errors={errors} />
            </Layout.Section>
            <Layout.Section>
              <TrialOutcome grounds={arrived} values={values} outcome={outcome} />
            </Layout.Section>
          </Layout>
        )}
      </Streamed>
    </AppPage>
  );
}
