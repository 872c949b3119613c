import { Layout } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EditingForm } from '../form/editing-form.tsx';
import { useEditing } from '../form/use-editing.ts';
import type { Part } from '../part.ts';
import { Streamed } from '../streamed.tsx';
import { AnswersSection } from './answers-section.tsx';
import { ConnectionSection } from './connection-section.tsx';
import type { ConfigurationFacts } from './facts.ts';
import type { Listed, OneStockLists, ShopifyLists } from './lists.ts';
import { LocationsSection } from './locations-section.tsx';
import { OrdersSection } from './orders-section.tsx';
import { RulesetsSection } from './rulesets-section.tsx';
import { SalesChannelsSection } from './sales-channels-section.tsx';

interface ConfigurationViewProps {
  facts: ConfigurationFacts;
  oneStock: Promise<Part<OneStockLists>>;
  shopify: Promise<Part<ShopifyLists>>;
}

/** The configuration as one form: the connection alone until it works. */
export function ConfigurationView({ facts, oneStock, shopify }: ConfigurationViewProps) {
  const { t } = useTranslation();
  const editing = useEditing(facts.values, 'configuration');
  const lost: Listed<never> = { isKnown: false, code: 'not_loaded', message: t('failure.text') };
  const withOneStock = (show: (lists: Partial<OneStockLists>) => ReactNode) => (
    <Streamed
      resolve={oneStock}
      fallback={show({})}
      failure={show({ salesChannels: lost, rulesetChainings: lost })}
    >
      {show}
    </Streamed>
  );
  const withShopify = (show: (lists: Partial<ShopifyLists>) => ReactNode) => (
    <Streamed resolve={shopify} fallback={show({})} failure={show({ locations: lost, rateNames: lost })}>
      {show}
    </Streamed>
  );
  return (
    <EditingForm editing={editing}>
      <Layout>
        <ConnectionSection editing={editing} facts={facts.connection} />
        {facts.connection.standing !== 'none' && (
          <>
            {withOneStock(({ salesChannels }) => (
              <SalesChannelsSection editing={editing} channels={salesChannels} />
            ))}
            <AnswersSection editing={editing} />
            <OrdersSection editing={editing} />
            {withOneStock(({ rulesetChainings }) =>
              withShopify(({ rateNames }) => (
                <RulesetsSection
                  editing={editing}
                  options={facts.options}
                  chainings={rulesetChainings}
                  rateNames={rateNames}
                />
              )),
            )}
            {withShopify(({ locations }) => (
              <LocationsSection editing={editing} endpointNames={facts.endpointNames} locations={locations} />
            ))}
          </>
        )}
      </Layout>
    </EditingForm>
  );
}
