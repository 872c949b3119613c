import { accountCauses } from '#app/words/en/account-causes.ts';
import { fields, sections } from './setting-words.ts';

export const configuration = {
  title: 'Configuration',
  gone: '“{{id}}” is not in OneStock any more. Choose another.',
  more: 'More settings',
  sections,
  fields,
  connection: {
    environments: {
      production: 'Production (api.onestock-retail.com)',
      qualification: 'Qualification (api-qualif.onestock-retail.com)',
      training: 'Training (api-training.onestock-retail.com)',
      other: 'Other',
    },
    otherHost: 'Address of the other host',
    otherHostHelp: 'As your OneStock project manager gave it to you.',
    checkedAt: 'Checked on {{moment}}',
    statuses: {
      none: 'Not connected',
      works: 'Connected',
      limited: 'Connected, with limits',
      fails: 'Connection fails',
    },
  },
  test: {
    run: 'Test connection',
    works: 'The connection works (answered in {{duration}})',
    limited: 'The connection works, but not for all that the app does',
    fails: 'The connection does not work',
    lost: 'The test did not reach the app. Nothing was changed. Try again in a moment.',
    means: {
      fails: 'Meanwhile shoppers see the fallback of each delivery option.',
      limited: 'Shoppers still see delivery promises, but the app cannot do all of its work.',
      notInUse: 'This account is not in use yet, so shoppers keep what they see now.',
    },
    passed: 'Passed',
    wrong: 'Failed',
    notReached: 'Not reached',
    steps: {
      host: 'Host',
      dns: 'Name of the host (DNS)',
      tls: 'Certificate (TLS)',
      connection: 'Connection',
      credentials: 'Site, user and password',
      policy: 'Access policy',
    },
    refused: 'OneStock’s access policy refuses these to the user “{{userId}}”. Ask OneStock to allow them:',
    notChecked: 'Could not be checked without changing something: {{resources}}.',
  },
  channels: {
    failed: 'OneStock’s sales channels could not be loaded',
    none: 'Leave it to OneStock',
    noCountry: 'Every country has the sales channel above.',
    country: 'Country',
    chooseCountry: 'Choose a country',
    channel: 'Sales channel of the country',
    choose: 'Choose a sales channel',
    add: 'Add a country',
    remove: 'Remove',
  },
  rulesets: {
    failed: 'OneStock’s ruleset chainings could not be loaded',
    ratesFailed: 'The rates of your Shopify shop could not be loaded',
    empty: 'Your delivery options and shipping rates appear here once there are any.',
    chainingOf: 'Ruleset chaining for {{rate}}',
    none: 'OneStock’s own choice',
    option: 'Delivery option',
    rate: 'Shopify rate',
    other: 'Another rate',
    otherHelp: 'A carrier’s or another app’s, by its exact name at checkout.',
    add: 'Add',
  },
  locations: {
    failed: 'The locations of your Shopify shop could not be loaded',
    empty: 'The active locations of your shop appear here.',
    endpointOf: 'Endpoint of {{location}}',
    choose: 'Name, city or id of an endpoint',
    nothingFound: 'No endpoint found. OneStock’s endpoints come within minutes of connecting.',
    gone: 'Not active in Shopify any more',
  },
  conflict: {
    title: 'Somebody else changed the configuration while you were editing',
  },
  errors: {
    changed_meanwhile:
      'Somebody else saved the configuration meanwhile. Keep your version or use theirs, then save.',
    order_prefix: 'Use letters, digits, -, _ and . only, at most 32 of them.',
    state_names: 'Enter names of states of at most 64 characters each, with commas between them.',
    carrier_names:
      'Enter a carrier’s code in OneStock, = and its name in Shopify, with commas between carriers, such as chrono13=Chronopost.',
    account: {
      siteId: 'Enter the site id that OneStock gave you: up to 32 letters, digits, _ and -.',
      host: 'Enter an https address under onestock-retail.com, such as https://s100.api.onestock-retail.com, or ask whoever operates this app to allow the host.',
      apiVersion: 'Choose one of the API versions.',
      userId: 'Enter the user id of the OneStock API user, at most 200 characters.',
      password:
        'Enter the password of the API user, at most 200 characters. The stored one only serves the same site, host and user.',
    },
    faults: accountCauses,
    country_needed: 'Choose a country.',
    country_twice: 'This country has a sales channel already.',
    channel_needed: 'Choose a sales channel for this country.',
    soft_deadline_range: 'Enter a whole number of milliseconds from 50 to 450.',
    promise_life_range: 'Enter a whole number of seconds from 0 to 3600.',
    endpoint_unknown: 'OneStock has no endpoint “{{endpointId}}”. Choose one of the list.',
    test_under_way:
      'A test of the connection is under way already. Shoppers are not affected. Try again in a moment.',
    test_too_soon:
      'The connection was tested a moment ago. Shoppers are not affected. Try again in a few seconds.',
    shop_not_installed: 'Nothing was saved, as the app is not fully installed yet. Save again in a moment.',
  },
} as const;
