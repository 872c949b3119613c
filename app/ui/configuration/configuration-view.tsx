import { Layout } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { EditingForm } from '../form/editing-form.tsx';
import { useEditing } from '../form/use-editing.ts';
import type { Part } from '../part.ts';
import { useArrived } from '../use-arrived.ts';
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
  const { salesChannels, rulesetChainings } = useLists(oneStock, {
    salesChannels: lost,
    rulesetChainings: lost,
  });
  const { locations, rateNames } = useLists(shopify, { locations: lost, rateNames: lost });
  return (
    <EditingForm editing={editing}>
      <Layout>
        <ConnectionSection editing={editing} facts={facts.connection} />
        {facts.connection.standing !== 'none' && (
          <>
            <SalesChannelsSection editing={editing} channels={salesChannels} />
            <AnswersSection editing={editing} />
            <OrdersSection editing={editing} />
            <RulesetsSection
              editing={editing}
              options={facts.options}
              chainings={rulesetChainings}
              rateNames={rateNames}
            />
            <LocationsSection editing={editing} endpointNames={facts.endpointNames} locations={locations} />
          </>
        )}
      </Layout>
    </EditingForm>
  );
}

/** The lists as they come: none at first, and each said to be lost when they do not come. */
function useLists<Lists>(promise: Promise<Part<Lists>>, lost: Lists): Partial<Lists> {
  const arrived = useArrived(promise);
  if (!arrived) return {};
  return arrived.isThere ? arrived.data : lost;
}
