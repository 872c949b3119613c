import { Layout } from '@shopify/polaris';
import { useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictBanner } from '../form/conflict-banner.tsx';
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
export function ConfigurationView(props: ConfigurationViewProps) {
  const [generation, restart] = useReducer((number: number) => number + 1, 0);
  return <ViewOf key={generation} {...props} onUseTheirs={restart} />;
}

function ViewOf({ facts, oneStock, shopify, onUseTheirs }: ConfigurationViewProps & { onUseTheirs(): void }) {
  const { t } = useTranslation('configuration');
  const { t: common } = useTranslation();
  const editing = useEditing(facts.values, 'configuration');
  const { values: loaded, savedAt } = facts;
  const isConflict = editing.isDirty && !editing.isSaving && loaded.version !== editing.values.version;
  const lost: Listed<never> = { isKnown: false, code: 'not_loaded', message: common('failure.text') };
  const { salesChannels, rulesetChainings } = useLists(oneStock, {
    salesChannels: lost,
    rulesetChainings: lost,
  });
  const { locations, rateNames } = useLists(shopify, { locations: lost, rateNames: lost });
  return (
    <EditingForm editing={editing}>
      {isConflict && savedAt && (
        <ConflictBanner
          title={t('conflict.title')}
          nameOf={(name) => t(`conflict.fields.${name}`)}
          mine={editing.values}
          theirs={loaded}
          savedAt={savedAt}
          onKeepMine={() => editing.change({ version: loaded.version })}
          onUseTheirs={onUseTheirs}
        />
      )}
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
