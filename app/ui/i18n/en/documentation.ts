export const documentation = {
  title: 'Documentation',
  subtitle: 'For whoever integrates the app, sets up OneStock, or looks for a fault',
  contents: 'Contents',
  copy: 'Copy',
  copied: 'Copied',
  selected: 'Selected: copy it with Ctrl+C or ⌘C',
  metafields: {
    title: 'Order metafields',
    text: 'When an order is placed, the app writes on it what the shopper was promised at checkout. The metafields belong to your shop, so every app and integration that may read orders can read them.',
    key: 'Key',
    type: 'Type',
    content: 'What it holds',
    value: 'Value',
    meaning: 'What it means',
    delivery_promise:
      'A list with one promise a delivery group, each as OneStock gave it. Absent when the shopper was shown none.',
    endpoint_id:
      'The OneStock endpoint where the order is collected, where there is exactly one. Absent for home delivery, and where parts are collected in several stores.',
    delivery_promise_source: 'How sure the promise is: see below.',
    deliveries: 'A list with one entry a delivery: see below. Absent while nothing is to be delivered.',
    query: 'Read them with the Admin API',
    example: {
      title: 'Example',
      order: 'As they stand on your order {{order}}',
      sample: 'A sample: your shop has no order with a promise yet',
    },
    fields: {
      title: 'What a promise holds',
      text: 'OneStock’s own delivery option, word for word. Moments are Unix seconds. It may hold more than is listed here: pass on what you do not know.',
      delivery_method: 'OneStock’s name of the delivery method.',
      status: '`valid` or `valid_estimation`, as OneStock answered.',
      eta_start: 'The first moment of the delivery, or from when the order can be collected.',
      eta_end: 'The last moment of the delivery.',
      cutoff: 'Until when the order had to be placed.',
      cost: 'What the delivery costs in OneStock, in the largest unit of the currency.',
      destination: '`location` with country and postal code, or `endpoint_id` for a collection.',
      delivery_routes: 'Who carries it: `carrier.name` and `carrier.option`.',
    },
    sources: {
      title: 'How sure a promise is',
      text: 'From the surest to the least sure. Where the groups of an order differ, the least sure counts.',
      cart: 'The shopper’s cart named the very rate.',
      checkout: 'The rate that was shown for this basket, address and option.',
      checkout_ambiguous: 'The newest of several rates that the shopper can have seen.',
      delivery_window: 'No rate is known: the delivery window that Shopify keeps on the fulfillment order.',
      recomputed:
        'Nothing of the checkout is left that counts: OneStock was asked after the order was placed. A rate that was shown a day before the order, as with a renewed subscription, or whose cut-off had passed does not count.',
      fallback: 'The option was shown without a promise. There is no `delivery_promise`.',
      none: 'Not a rate of this app, or nothing could be found. There is no `delivery_promise`.',
    },
    entries: {
      title: 'What is delivered together',
      text: 'A delivery is what the shopper chose: method, rate and, for a pickup, the place. Each is an order of its own in OneStock. What opens later, such as a pre-order, is a further delivery.',
      onestock_order_id:
        'The id of its order in OneStock. `null` until OneStock has it, and always where the app does not synchronize orders.',
      fulfillment_order_ids:
        'The fulfillment orders that it was of when it was sent. Shopify may have moved, split or merged them since.',
      line_item_ids: 'The lines that it has pieces of. A line may be in several deliveries.',
      code: 'The code of the rate. `null` for what no rate ships, such as Shopify’s own pickup in store.',
      promise:
        'Its promise, as in the list above; of several the one that ends last. `null` where there is none.',
      endpoint_id: 'The store where it is collected, as the shopper chose it at checkout. `null` otherwise.',
      source: 'How sure its promise is.',
    },
    creation: {
      title: 'Create the order in OneStock with its promise',
      text: 'OneStock takes a promise only when the order is created. Create one order for each delivery. Give its promise as `original_delivery_option`, and the dates that the shopper was told as `sent_delivery_option`.',
      code: 'In the body of OneStock’s order creation',
    },
  },
  proxy: {
    title: 'App proxy',
    text: 'Not part of this version: the address `/apps/onestock` of your storefront answers nothing yet. What the checkout promised is read from the order metafields above.',
  },
  oneStock: {
    title: 'Set-up in OneStock',
    text: 'Done once, by you or by OneStock’s project manager. Then enter site, host, user and password under Configuration.',
    policy: {
      title: 'API user and access policy',
      text: 'Create an API user, then add this policy under Configuration > Security > ACL rules. It is what OneStock asks for its own Shopify connector, with the groups of an order besides.',
      own: 'Policy for your API user {{userId}}',
      sample: 'Policy; replace `api_user` by the name of your API user',
      used: 'This version of the app asks for these resources only. The others serve the exchange of products and stock, which is not part of it yet.',
      resource: 'Resource',
      use: 'What for',
      check: 'to test the connection',
      delivery_promises: 'the promises at checkout',
      endpoints: 'the stores where shoppers can collect',
      delivery_configs: 'the list of delivery methods',
      sales_channels: 'the list of sales channels',
      ruleset_chainings: 'the list of ruleset chainings',
      orders: 'to create orders and read what became of them',
      line_item_groups: 'to take a cancelled order out',
      webhooks: 'to be told of changes',
    },
    data: {
      title: 'What OneStock needs to know',
      text: 'The delivery methods that you want to offer, with carriers and cut-offs; your stock by the item id chosen under Configuration (SKU or variant id); for collection, stores that are open, allow it, and have an address or coordinates.',
    },
    webhook: {
      title: 'Webhook',
      text: 'Nothing to do: while “Synchronize orders” is on, the app keeps one webhook of its own in OneStock, with the topics `order_state_changed`, `parcel_state_changed` and `line_item_group_state_changed`. Every hour it puts right what was changed there.',
    },
    stock: {
      title: 'Stock requests',
      text: 'None are needed: this version exchanges no stock. Promises rest on the stock that OneStock itself knows.',
    },
  },
  symptoms: {
    title: 'Troubleshooting',
    text: 'Look for what you see. Each line is a cause, with the page that shows whether it is yours.',
    noRates: {
      title: 'No delivery option at checkout',
      notAttached: 'The app’s rate is not in the shipping zone or market of the address.',
      rules:
        'Your own rules keep every option out: country, basket total, weight, or no store near. “Try it” names the rule.',
      hidden:
        'OneStock gave no answer in time and the options are set to hide then, or it said no to each of them.',
      plan: 'Your Shopify plan has no carrier-calculated rates, or the carrier service could not be registered.',
    },
    noDates: {
      title: 'Options without a date',
      late: 'OneStock was too late or failed. The rate requests show which rung answered, and why.',
      items:
        'OneStock does not know the items: the SKU is empty or another one. “Try it” shows what was sent and what came back.',
      others:
        'OneStock does not have the goods: another fulfillment service sends them, or they are custom items. With such goods beside others, a setting says whether the others are promised.',
      fallbackOnly: 'The option is set to be a fallback only: then OneStock is never asked.',
    },
    price: {
      title: 'A wrong price',
      tiers: 'Another tier or “free from” applies than you think. “Try it” shows the price of a basket.',
      currency:
        'The option is priced in another currency than your shop: shoppers do not see it, and a problem names it.',
      cost: 'The price is OneStock’s cost: then it is changed in OneStock.',
    },
    doubled: {
      title: 'A doubled price',
      chargeOnce:
        'The basket ships from several locations, and Shopify adds up what it gets for each. Switch on “Charge once an order” for the option.',
      mainOrigin: 'The rate requests show how many there were for one checkout.',
    },
    single: {
      title: 'Only one option or store shows',
      sameName:
        'Several have the same name: Shopify takes them for one rate. Name stores with `{store}`, and options differently.',
      refused: 'The others were left out. “Try it” says of each option why.',
    },
    stores: {
      title: 'A store is missing from collection',
      radius: 'It lies outside the radius, or nearer ones fill the limit.',
      mirror:
        'Stores are read from OneStock every six hours: it is new there, closed, or does not allow collection.',
      status: 'OneStock does not promise this basket there: a collection accepts only the status `valid`.',
    },
    order: {
      title: 'The promise is missing on an order',
      source:
        'See `onestock.delivery_promise_source`: with `fallback` or `none` the shopper was shown no promise, or another rate was chosen.',
      waiting: 'The order waits or needs attention. It says why, and can be tried again.',
      definition: 'The metafields are defined in your shop with other types. A problem names them.',
    },
    notSent: {
      title: 'An order is missing in OneStock',
      off: '“Synchronize orders” is off, or the order was placed before it was turned on. Synchronize it by hand.',
      refused: 'OneStock refused it. The order says which field, and can be sent again.',
      unpaid: 'Orders are sent when they are paid, and this one is not paid yet.',
    },
    notFulfilled: {
      title: 'A parcel has left and the order is not fulfilled',
      state: 'The parcel is in a state that the settings do not count as shipped.',
      blocked:
        'Shopify does not let it: the pieces are on hold, or were fulfilled otherwise. The order says which.',
    },
    language: {
      title: 'A text in the wrong language',
      missing: 'The text is missing in the shopper’s language, so the shop’s main one is shown.',
    },
    unchanged: {
      title: 'A change does not show at checkout',
      kept: 'Shopify keeps rates for up to 15 minutes: change the basket or the address. “Try it” shows the change at once.',
    },
    refusal: {
      title: 'OneStock refuses the app',
      policy: 'The access policy lacks a resource. “Test connection” names it.',
      password: 'User or password are wrong, or the user belongs to another site.',
    },
  },
} as const;
