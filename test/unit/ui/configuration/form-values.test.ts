import { describe, expect, test } from 'vitest';
import type { Configuration } from '#app/features/connection/index.ts';
import { parseOrderSettings } from '#app/features/orders/order-settings.ts';
import {
  accountInput,
  configurationInput,
  fieldErrors,
  formValues,
} from '#app/ui/configuration/form-values.ts';
import { orderSettingsInput, orderSettingsValues } from '#app/ui/configuration/order-settings-values.ts';

const SETTINGS = parseOrderSettings({});
const ACCOUNT = {
  siteId: 's100',
  host: 'https://api.onestock-retail.com',
  apiVersion: 'v3',
  userId: 'api_user',
};

function configuration(change: Partial<Configuration> = {}): Configuration {
  return {
    version: 3,
    savedAt: null,
    account: ACCOUNT,
    standing: 'works',
    fault: null,
    checkedAt: new Date('2026-11-21T10:00:00Z'),
    salesChannel: null,
    salesChannels: [],
    itemIdSource: 'sku',
    softDeadlineMs: 350,
    promiseLifeSeconds: 300,
    signatureMode: 'require',
    syncsOrders: false,
    syncMoment: 'created',
    rulesets: [],
    locations: [],
    ...change,
  };
}

describe('the configuration as the page edits it', () => {
  test('saves what was loaded as it was, when nothing is typed', () => {
    const loaded = configuration({
      salesChannel: 'web',
      salesChannels: [{ country: 'FR', channelId: 'web_fr' }],
      rulesets: [{ source: 'rate', key: 'Free shipping', rulesetChainingId: 'respect_promise' }],
      locations: [{ locationId: 'gid://shopify/Location/1', endpointId: 'paris', endpointName: 'Paris' }],
    });
    const { standing: _, fault: __, checkedAt: ___, savedAt: ____, ...kept } = loaded;
    expect(configurationInput(formValues(loaded, SETTINGS))).toEqual({
      ...kept,
      account: { ...ACCOUNT, password: '' },
      locations: [{ locationId: 'gid://shopify/Location/1', endpointId: 'paris' }],
    });
  });

  test.each([
    ['https://api.onestock-retail.com', 'production'],
    ['https://api-qualif.onestock-retail.com', 'qualification'],
    ['https://api-training.onestock-retail.com', 'training'],
    ['https://s100.api.onestock-retail.com', 'other'],
  ])('names the host %s as %s, and never changes it', (host, environment) => {
    const values = formValues(configuration({ account: { ...ACCOUNT, host } }), SETTINGS);
    expect(values.environment).toBe(environment);
    expect(accountInput(values).host).toBe(host);
  });

  test.each(['', '3.5', '-1', '1e3', 'soon'])('takes “%s” for no number that could be saved', (text) => {
    const values = { ...formValues(configuration(), SETTINGS), softDeadlineMs: text };
    expect(configurationInput(values).softDeadlineMs).toBeNaN();
  });

  test('says what is wrong with the host where the host was entered', () => {
    const fault = { field: 'host', code: 'faults.timeout', message: 'No answer.' };
    expect(fieldErrors([fault], { environment: 'other' })[0]?.field).toBe('otherHost');
    expect(fieldErrors([fault], { environment: 'training' })[0]?.field).toBe('environment');
  });
});

describe('the settings of orders as the page edits them', () => {
  test('are saved as they were loaded when nothing is typed', () => {
    const settings = parseOrderSettings({
      orderId: 'numeric',
      orderIdPrefix: 'FR-',
      shippedParcelStates: ['sent', 'handed over'],
      heldGroupStates: [],
      notifyCustomer: true,
    });
    expect(orderSettingsInput(orderSettingsValues(settings))).toEqual(settings);
  });

  test('take names of states with commas between them, however they are spaced', () => {
    const values = { ...orderSettingsValues(SETTINGS), heldGroupStates: ' removed,, out_of_stock , ' };
    expect(orderSettingsInput(values).heldGroupStates).toEqual(['removed', 'out_of_stock']);
  });
});
