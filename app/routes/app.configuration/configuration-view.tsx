import { Layout } from '@shopify/polaris';
import { type ComponentType, useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import { GROUPS, sectionsOf } from '#app/features/settings/shape.ts';
import { ConflictBanner } from '#app/ui/form/conflict-banner.tsx';
import { EditingForm } from '#app/ui/form/editing-form.tsx';
import { useEditing } from '#app/ui/form/use-editing.ts';
import type { Part } from '#app/ui/part.ts';
import { useArrived } from '#app/ui/use-arrived.ts';
import { ConnectionSection } from './connection-section.tsx';
import type { ConfigurationFacts } from './facts.ts';
import type { Listed, OneStockLists, ShopifyLists } from './lists.ts';
import { PageKnowledgeProvider } from './page-context.ts';
import { Section } from './section.tsx';
import { useSettingWords } from './setting-words.ts';
import { SettingsFields } from './settings-fields.tsx';
import type { EditsSettings } from './values.ts';

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

/** The cards that show more than their settings. */
const OWN_SECTIONS: Readonly<Record<string, ComponentType<EditsSettings> | undefined>> = {
  connection: ConnectionSection,
};

function ViewOf({ facts, oneStock, shopify, onUseTheirs }: ConfigurationViewProps & { onUseTheirs(): void }) {
  const { t } = useTranslation('configuration');
  const words = useSettingWords();
  const editing = useEditing(facts.values, 'configuration');
  const { values: loaded, savedAt } = facts;
  const isConflict = editing.isDirty && !editing.isSaving && loaded.version !== editing.values.version;
  const lost: Listed<never> = { isKnown: false, code: 'not_loaded' };
  const fromOneStock = useLists(oneStock, { salesChannels: lost, rulesetChainings: lost });
  const fromShopify = useLists(shopify, { locations: lost, rateNames: lost });
  const [connection, ...others] = sectionsOf(GROUPS);
  const shown = facts.connection.state === 'none' ? [connection] : [connection, ...others];
  return (
    <EditingForm editing={editing}>
      {isConflict && savedAt && (
        <ConflictBanner
          title={t('conflict.title')}
          nameOf={(path) => words(path).within}
          mine={editing.values}
          theirs={loaded}
          savedAt={savedAt}
          onKeepMine={() => editing.change({ version: loaded.version })}
          onUseTheirs={onUseTheirs}
        />
      )}
      <PageKnowledgeProvider value={{ facts, ...fromOneStock, ...fromShopify }}>
        <Layout>
          {shown.map((section = '') => {
            const Own = OWN_SECTIONS[section];
            return (
              <Section key={section} name={section}>
                {Own ? <Own editing={editing} /> : <SettingsFields section={section} editing={editing} />}
              </Section>
            );
          })}
        </Layout>
      </PageKnowledgeProvider>
    </EditingForm>
  );
}

/** The lists as they come: none at first, and each said to be lost when they do not come. */
function useLists<Lists>(promise: Promise<Part<Lists>>, lost: Lists): Partial<Lists> {
  const arrived = useArrived(promise);
  if (!arrived) return {};
  return arrived.isThere ? arrived.data : lost;
}
