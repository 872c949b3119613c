/**
 * The steps by hand are those of
 * https://help.shopify.com/en/manual/fulfillment/setup/shipping-rates/carrier-calculated-shipping-rates; for markets the words of the
 * admin are inferred from https://shopify.dev/changelog/market-driven-delivery-profiles-admin-api.
 */
export const attach = {
  title: 'Checkout',
  subtitle: 'Where shoppers are offered your delivery options',
  zones_one: '{{count}} shipping zone',
  zones_other: '{{count}} shipping zones',
  markets_one: '{{count}} market',
  markets_other: '{{count}} markets',
  restOfWorld: 'All other countries',
  moreCountries: '{{countries}} and {{more}} more',
  shipsFrom: 'Ships from {{locations}}',
  coverage: {
    live: 'Live',
    partly: 'Partly live',
    notLive: 'Not live',
    title: 'Shown in {{attached}} of {{places}}',
    none: 'Shoppers see none of your delivery options yet, and OneStock is asked for nothing. Choose below where they are to see them, or attach them everywhere.',
    some: 'Elsewhere shoppers see only your other shipping rates.',
    all: 'Everybody who can order from your shop sees your delivery options.',
    hiding:
      'Where “Hides new options” stands, a delivery option that you add later stays hidden from shoppers. Set it right below.',
    everywhere: 'Attach everywhere',
    rest: 'Attach to the rest',
  },
  places: {
    profiles: 'Shipping zones',
    markets: 'Markets',
    selectAll: 'Select all',
    selected_one: '{{count}} selected',
    selected_other: '{{count}} selected',
    attach: 'Attach',
    detach: 'Detach',
    setRight: 'Set right',
    attachTo: 'Attach to {{place}}',
    detachFrom: 'Detach from {{place}}',
    setRightIn: 'Set right in {{place}}',
    emptyProfiles:
      'Your shop has no shipping zones yet. Add one in the Shopify admin: it appears here, and shoppers in it can be offered delivery.',
    emptyMarkets:
      'Your shop has no active market of countries yet. Add one in the Shopify admin: it appears here, and shoppers in it can be offered delivery.',
    unreadable: 'Grant the permission above to see your markets and zones here.',
  },
  state: {
    attached: 'Attached',
    attached_hiding_new_services: 'Hides new options',
    not_attached: 'Not attached',
    inherited: 'From its parent',
    shipping_off: 'Shipping off',
    attaching: 'Attaching',
    detaching: 'Detaching',
  },
  explained: {
    inherited:
      'Takes its shipping from its parent market: attach there, and shoppers here see the rates too.',
    shipping_off:
      'Shoppers here see no rate at all. Switch shipping on for this market in the Shopify admin, then attach.',
  },
  done: {
    attached: 'Attached to {{places}}',
    detached: 'Detached from {{places}}',
  },
  failed: {
    title: '{{places}} did not change as asked',
    text: 'The reason stands beside each. Shoppers there see what they saw before.',
  },
  question: {
    title: 'Detach from {{places}}?',
    text: 'Shoppers there stop seeing your delivery options. If no other shipping rate is offered there, they cannot order. You can attach again at any time.',
    confirm: 'Detach',
    cancel: 'Cancel',
  },
  missing: {
    title: 'Shopify does not know this app as a source of shipping rates',
    text: 'There is nothing to attach, and shoppers see none of your delivery options. Register it, then attach the rates below.',
    action: 'Register again',
  },
  inactive: {
    title: 'Shopify has switched the app’s shipping rates off',
    text: 'Shoppers see none of your delivery options. The usual reason is a plan without carrier-calculated shipping: once the plan has it, register again.',
    action: 'Register again',
  },
  permission: {
    profilesTitle: 'The app may not change your shipping settings',
    marketsTitle: 'The app may not change your markets',
    text: 'Shoppers see what they saw before. Grant the permission ({{scopes}}), or attach the rates by hand as told below.',
    action: 'Grant permission',
    declined: 'The permission was not granted. Grant it, or attach the rates by hand as told below.',
    failed: 'Shopify did not ask for the permission. Attach the rates by hand as told below.',
  },
  unknown: { title: 'Where your rates are attached could not be read' },
  byHand: {
    title: 'Attach by hand',
    show: 'Show the steps',
    hide: 'Hide the steps',
    openProfiles: 'Open Shipping and delivery',
    openMarkets: 'Open Markets',
    profiles: {
      open: 'In the Shopify admin, open Settings > Shipping and delivery.',
      choose:
        'Open the shipping profile that your products are in. Most shops have one, the General profile.',
      add: 'In each shipping zone where shoppers are to see your delivery options, choose Add rate.',
      carrier: 'Choose “Use carrier or app to calculate rates”, then OneStock.',
      future: 'Keep new services shown automatically, so that later delivery options appear by themselves.',
      save: 'Choose Done, then Save.',
    },
    markets: {
      open: 'In the Shopify admin, open Settings > Markets.',
      choose:
        'Open a market where shoppers are to see your delivery options, then its shipping. If it takes its shipping from another market, open that one.',
      add: 'Make sure that shipping is switched on there, and add a shipping option.',
      carrier: 'Choose rates calculated by a carrier or an app, then OneStock.',
      future: 'Keep new services shown automatically, so that later delivery options appear by themselves.',
      save: 'Save, and do the same in the other markets.',
    },
  },
  errors: {
    not_saved:
      'It is not known whether the change was made. Reload the page to see; asking again adds nothing twice.',
    carrier_service_missing:
      'Shopify does not know this app as a source of shipping rates, so nothing was attached. Register it, then attach the rates.',
    carrier_service_inactive:
      'Shopify has switched the app’s shipping rates off, so nothing was attached. Once your plan has carrier-calculated shipping, register again.',
    carrier_service_refused:
      'Shopify did not register the app for shipping rates. The usual reason is the plan: rates calculated by an app need the Advanced plan or a higher one, or the Grow plan paid yearly or with the carrier-calculated shipping add-on.',
    scope_missing:
      'The app lacks a permission ({{scopes, list}}), so nothing was changed. Shoppers see what they saw before. Grant it, or attach the rates by hand.',
    shopify_not_installed:
      'The app has no access to this shop. Open it once more from the Shopify admin to connect it again.',
    shopify_unauthorized:
      'Shopify no longer accepts the app’s access. Open the app once more from the Shopify admin to renew it.',
    shopify_refused: 'Shopify refused to answer. Check that the app has every permission it asks for.',
    shopify_throttled:
      'Shopify limits how much the app may ask at the moment. Shoppers see what they saw before. Try again in a minute.',
    shopify_unreachable:
      'Shopify could not be reached. Shoppers see what they saw before. Try again in a minute.',
    shopify_timeout:
      'Shopify did not answer in time. Shoppers see what they saw before. Try again in a minute.',
    shopify_failed:
      'Shopify had an error of its own. Shoppers see what they saw before. Try again in a minute.',
  },
  failures: {
    unanswered: 'Not changed: Shopify gave no answer. Try again; nothing is added twice.',
    place_unknown:
      'One of the places you chose is no longer in Shopify. Nothing changed for shoppers. Choose again from the list as it is now.',
    place_inherits_shipping:
      'Not attached: this market takes its shipping from its parent. Attach to the parent market.',
    place_shipping_off:
      'Not attached: shipping is switched off here. Switch it on in the Shopify admin first.',
    plan_without_carrier_rates:
      'Not attached: your Shopify plan has no carrier-calculated shipping. It needs the Advanced plan or a higher one, or the Grow plan paid yearly or with the carrier-calculated shipping add-on. Shopify said: “{{said}}”',
    place_refused: 'Not changed. Shopify said: “{{said}}” Change it by hand in the Shopify admin.',
    change_without_effect:
      'Shopify accepted the change, but nothing came of it. Try again; if that does not help, change it by hand in the Shopify admin.',
  },
} as const;
