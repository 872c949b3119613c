import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  allDefaultsOf,
  checkbox,
  checkValues,
  choices,
  defaultsOf,
  fieldsOf,
  formOf,
  formShapeOf,
  GROUPS,
  groupIn,
  names,
  password,
  readStored,
  rowsOf,
  sectionsOf,
  select,
  settingsGroup,
  special,
  text,
  typedIn,
  wholeNumber,
} from '#app/features/settings/shape.ts';

const HERE = { section: 'stock' };

/** A group that nothing but this test knows. */
const STOCK = settingsGroup('stock', {
  code: text(HERE, { default: '', schema: z.string().max(3), fault: 'code_length' }),
  secret: password(HERE, { schema: z.string().max(5) }),
  delayMinutes: wholeNumber(
    { ...HERE, row: 'times' },
    { min: 1, max: 60, default: 15, unit: 'min', fault: 'delay_range' },
  ),
  pauseMinutes: wholeNumber({ ...HERE, row: 'times' }, { min: 0, max: 60, default: 5, unit: 'min' }),
  isOn: checkbox(HERE, { default: false }),
  mode: choices({ ...HERE, enabledBy: 'isOn' }, { values: ['add', 'replace'], default: 'add' }),
  unit: select({ ...HERE, isFolded: true }, { values: ['piece', 'box'], default: 'piece' }),
  states: names(HERE, { schema: z.string().max(5), default: ['new'], fault: 'state_names' }),
  places: special(
    { section: 'places' },
    {
      default: [],
      schema: z.array(z.object({ id: z.string().min(1) })),
      formSchema: z.array(z.object({ id: z.string() })),
      toForm: (value) => value,
      fromForm: (form) => form,
      faults: { id: 'place_needed' },
    },
  ),
});

const STORED = {
  code: 'abc',
  secret: '',
  delayMinutes: 30,
  pauseMinutes: 5,
  isOn: true,
  mode: 'replace',
  unit: 'box',
  states: ['new', 'sold'],
  places: [{ id: 'paris' }],
} as const;

describe('from the description of a group follow', () => {
  test('its defaults', () => {
    expect(defaultsOf(STOCK)).toEqual({
      code: '',
      secret: '',
      delayMinutes: 15,
      pauseMinutes: 5,
      isOn: false,
      mode: 'add',
      unit: 'piece',
      states: ['new'],
      places: [],
    });
  });

  test('what counts of values that another version stored: each that is usable, and the defaults of the others', () => {
    const stored = { delayMinutes: 30, mode: 'multiply', states: 'new', isGone: true };
    expect(readStored(STOCK, stored)).toEqual({ ...defaultsOf(STOCK), delayMinutes: 30 });
    for (const nothing of [undefined, null, [], 'text'])
      expect(readStored(STOCK, nothing)).toEqual(defaultsOf(STOCK));
    expect(groupIn({ stock: stored }, STOCK).delayMinutes).toBe(30);
    expect(groupIn({}, STOCK)).toEqual(defaultsOf(STOCK));
  });

  test('its form, from which the same values are read', () => {
    const values = readStored(STOCK, STORED);
    const form = formOf([STOCK], { stock: values });
    expect(form).toMatchObject({
      'stock:delayMinutes': '30',
      'stock:isOn': true,
      'stock:states': 'new, sold',
    });
    expect(typedIn([STOCK], form)).toEqual({ stock: values });
  });

  test('that a secret is never shown', () => {
    const stock = { ...defaultsOf(STOCK), secret: 'known' };
    expect(formOf([STOCK], { stock })['stock:secret']).toBe('');
  });

  test('what a page may send', () => {
    const schema = z.object(formShapeOf([STOCK]));
    const form = formOf([STOCK], { stock: defaultsOf(STOCK) });
    expect(schema.safeParse(form).success).toBe(true);
    for (const foreign of [{ 'stock:isOn': 'yes' }, { 'stock:code': 1 }, { 'stock:places': [1] }])
      expect(schema.safeParse({ ...form, ...foreign }).success).toBe(false);
  });

  test('texts that the database takes', () => {
    const form = { ...formOf([STOCK], { stock: defaultsOf(STOCK) }), 'stock:code': 'a\0\ud800' };
    expect(z.object(formShapeOf([STOCK])).parse(form)).toMatchObject({ 'stock:code': 'a\ufffd' });
  });

  test('every fault at once, each with its code and the path where it was typed', () => {
    const form = {
      ...formOf([STOCK], { stock: readStored(STOCK, STORED) }),
      'stock:code': 'abcd',
      'stock:secret': 'too long',
      'stock:delayMinutes': 'soon',
      'stock:mode': 'multiply',
      'stock:states': 'new, impossible, unheard of',
      'stock:places': [{ id: 'paris' }, { id: '' }],
    };
    const { values, faults } = checkValues(STOCK, typedIn([STOCK], form).stock);
    expect(values).toBeNull();
    expect(faults).toEqual([
      { field: 'stock:code', code: 'code_length' },
      { field: 'stock:secret', code: 'invalid' },
      { field: 'stock:delayMinutes', code: 'delay_range' },
      { field: 'stock:mode', code: 'invalid' },
      { field: 'stock:states', code: 'state_names' },
      { field: 'stock:places.1.id', code: 'place_needed' },
    ]);
  });

  test('the cards of the page and the fields of each, side by side where they are of one row', () => {
    expect(sectionsOf([...GROUPS, STOCK]).slice(-2)).toEqual(['stock', 'places']);
    const fields = fieldsOf([STOCK]).filter(({ field }) => field.place.section === 'stock');
    expect(rowsOf(fields).map((row) => row.map(({ name }) => name))).toEqual([
      ['code'],
      ['secret'],
      ['delayMinutes', 'pauseMinutes'],
      ['isOn'],
      ['mode'],
      ['unit'],
      ['states'],
    ]);
    expect(fields.map(({ field }) => field.control.kind)).toEqual([
      ...['text', 'password', 'number', 'number', 'checkbox', 'choices', 'select', 'names'],
    ]);
  });
});

describe('the settings of a shop', () => {
  test('are saved as they were loaded when nothing is typed', () => {
    const values = {
      ...allDefaultsOf(GROUPS),
      account: {
        siteId: 's100',
        host: 'https://api.onestock-retail.com',
        apiVersion: 'v3' as const,
        userId: 'api_user',
        password: '',
      },
      channels: { salesChannel: 'web', salesChannels: [{ country: 'FR', channelId: 'web_fr' }] },
      orders: {
        ...allDefaultsOf(GROUPS).orders,
        orderId: 'numeric' as const,
        orderIdPrefix: 'FR-',
        shippedParcelStates: ['sent', 'handed over'],
        heldGroupStates: [],
        notifyCustomer: true,
      },
      mappings: {
        rulesets: [{ source: 'rate' as const, key: 'Free shipping', rulesetChainingId: 'respect_promise' }],
        locations: [{ locationId: 'gid://shopify/Location/1', endpointId: 'paris' }],
      },
    };
    expect(typedIn(GROUPS, formOf(GROUPS, values))).toEqual(values);
  });

  test.each([
    ['https://api.onestock-retail.com', 'production'],
    ['https://api-qualif.onestock-retail.com', 'qualification'],
    ['https://api-training.onestock-retail.com', 'training'],
    ['https://s100.api.onestock-retail.com', 'other'],
  ])('name the host %s as %s, and never change it', (host, environment) => {
    const { account, ...others } = allDefaultsOf(GROUPS);
    const form = formOf(GROUPS, { ...others, account: { ...account, host } });
    expect(form['account:host'].environment).toBe(environment);
    expect(typedIn(GROUPS, form).account.host).toBe(host);
  });

  test.each(['', '3.5', '-1', '1e3', 'soon'])('take “%s” for no number that could be saved', (typed) => {
    const form = { ...formOf(GROUPS, allDefaultsOf(GROUPS)), 'checkout:softDeadlineMs': typed };
    expect(typedIn(GROUPS, form).checkout.softDeadlineMs).toBeNaN();
  });

  test('take names of states with commas between them, however they are spaced', () => {
    const form = {
      ...formOf(GROUPS, allDefaultsOf(GROUPS)),
      'orders:heldGroupStates': ' removed,, out_of_stock , ',
    };
    expect(typedIn(GROUPS, form).orders.heldGroupStates).toEqual(['removed', 'out_of_stock']);
  });
});
