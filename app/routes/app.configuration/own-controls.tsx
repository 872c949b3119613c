import type { ComponentType } from 'react';
import { CarriersField } from './carriers-field.tsx';
import { HostField } from './host-field.tsx';
import { LocationsField } from './locations-field.tsx';
import { RulesetsField } from './rulesets-field.tsx';
import { CountryChannelsField, SalesChannelField } from './sales-channels-fields.tsx';
import type { EditsSettings } from './values.ts';

/** The controls of settings that are `special`, by the path of the setting. */
export const OWN_CONTROLS: Readonly<Record<string, ComponentType<EditsSettings> | undefined>> = {
  'account:host': HostField,
  'channels:salesChannel': SalesChannelField,
  'channels:salesChannels': CountryChannelsField,
  'mappings:rulesets': RulesetsField,
  'mappings:locations': LocationsField,
  'orders:carrierNames': CarriersField,
};

/** Settings that are edited in the control of another one. */
export const EDITED_WITHIN_OTHERS: ReadonlySet<string> = new Set(['orders:excludedLocations']);
