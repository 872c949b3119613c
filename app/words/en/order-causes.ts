import type { OrderCode } from '#app/features/orders/shape.ts';

/** Why an order stands as it does: what each code of its causes says. */
export const orderCauses = {
  // Why it is not sent.
  awaiting_payment: 'The order is sent to OneStock once it is paid.',
  cancelled_before_sent: 'The order was cancelled before it was sent to OneStock. There is nothing to do.',
  placed_before_synchronized:
    'The order was placed before orders were synchronized, so it is not in OneStock. To send it all the same, synchronize it again.',
  order_not_in_shop: 'The order is no longer in the shop. There is nothing to do.',
  orders_not_synchronized:
    'Nothing was sent: the shop does not synchronize orders. Turn on “Synchronize orders” in the configuration first.',
  nothing_to_send: 'The order has nothing to ship, so it is not sent to OneStock. There is nothing to do.',
  nothing_left:
    'Everything of the order was fulfilled, refunded or cancelled in Shopify before it was sent, so OneStock is asked for nothing. There is nothing to do.',
  nothing_shown:
    'Shopify shows this app nothing of the order to fulfill: it belongs to another fulfillment service, or the app may not see it. OneStock is asked for nothing.',
  test_order: 'This is a test order, so it is not sent to OneStock. To send it all the same, synchronize it.',
  sold_at_till: 'What was sold and handed over at a till is not sent to OneStock.',
  of_another_service: 'What “{{service}}” fulfills is not sent to OneStock.',
  at_excluded_location:
    'What is fulfilled at “{{location}}” is not sent to OneStock: the configuration says that this location is not OneStock’s.',
  gift_card_left_out: 'The gift card “{{title}}” is not sent to OneStock.',
  not_shipped_left_out: '“{{title}}” needs no shipping and is not sent to OneStock.',
  custom_line_left_out:
    'The line “{{title}}” is no product and is not sent to OneStock. If it is something to ship, send it yourself.',
  line_left_out:
    'The line “{{title}}” is not sent to OneStock, as somebody decided. If it is something to ship, send it yourself.',
  // What it, or the rest of it, waits for.
  not_routed:
    'Shopify has not shown this app anything of the order to fulfill yet. It is sent to OneStock once Shopify does; if it belongs to another service, there is nothing to do.',
  awaits_address:
    'The order has no delivery address, so OneStock cannot be asked to send it. It is sent to OneStock once the order has one: add it in Shopify.',
  awaits_hold:
    'Waits for a hold in Shopify (reason given: {{reason}}). It is sent to OneStock once the hold is released in Shopify.',
  awaits_hold_unnamed:
    'Waits for a hold in Shopify, for which no reason is given: the order in Shopify shows what is on hold. It is sent to OneStock once the hold is released in Shopify.',
  opens_on:
    'Opens on {{date, day}}. It is sent to OneStock then, and OneStock is asked for a date anew where the cut-off of its promise has passed.',
  opens_later:
    'Is scheduled for a later day in Shopify. It is sent to OneStock when it opens, and OneStock is asked for a date anew where the cut-off of its promise has passed.',
  sent_at: 'Waits as the configuration says. To be sent to OneStock: {{time, minute}}.',
  // Why it could not be sent.
  sales_channel_missing:
    'No sales channel is chosen, and OneStock takes no order without one, so this is not in OneStock and nobody is asked to prepare it. Choose a sales channel in the configuration, then synchronize the order again.',
  item_without_sku:
    'The line “{{title}}” has no SKU, by which OneStock knows its items, so this is not in OneStock and nobody is asked to prepare it. Give the product its SKU, or take the line out of the order, then synchronize the order again.',
  item_without_variant:
    'The line “{{title}}” has no variant, by which OneStock knows its items, so this is not in OneStock and nobody is asked to prepare it. Give the product its variant, or take the line out of the order, then synchronize the order again.',
  custom_line:
    'The line “{{title}}” is no product, so OneStock has no item for it. This is not in OneStock and nobody is asked to prepare it. Send it without this line and ship that yourself, or have the configuration leave out such lines.',
  several_deliveries:
    'Parts of the order come in different ways, or by different delivery options, and the configuration leaves such orders to a person. What is not in OneStock yet, nobody is asked to prepare. Send it as several orders.',
  pick_up_location_unmapped:
    'The shopper picks up {{pieces, list}} at “{{location}}”, which is mapped to no OneStock endpoint, so this is not in OneStock and nobody is asked to prepare it. Map the location in the configuration, then synchronize the order again.',
  pick_up_unmapped:
    'The shopper picks up the order, or a part of it, at a location that is mapped to no OneStock endpoint, so this is not in OneStock and nobody is asked to prepare it. Map the location in the configuration, then synchronize the order again.',
  export_id_taken:
    'OneStock has another order under the id “{{id}}”, so this one was not created there and nobody is asked to prepare it. Give the orders of this shop a prefix of their own in the configuration, then synchronize the order again.',
  onestock_not_connected:
    'The shop has no OneStock account, so the order was not created there and nobody is asked to prepare it. Connect OneStock in the configuration, then synchronize the order again.',
  export_stopped_half_way:
    'The app stopped each time while it was sending the order to OneStock, and does not try again by itself. OneStock may not have the order. Synchronize the order again.',
  export_failed_inside:
    'The app failed each time while it was sending the order to OneStock, because of a fault of its own. OneStock may not have the order. Synchronize the order again; if it fails again, tell whoever operates this app.',
  // What OneStock did not take of it, and what to do about that.
  'not_taken.order': 'OneStock did not take the order.',
  'not_taken.last_name': 'OneStock did not take the customer’s last name.',
  'not_taken.contact': 'OneStock did not take the customer’s contact.',
  'not_taken.customer': 'OneStock did not take the customer.',
  'not_taken.store': 'OneStock did not take the store where the order is collected.',
  'not_taken.promise': 'OneStock did not take the delivery promise.',
  'not_taken.address': 'OneStock did not take the delivery address.',
  'not_taken.delivery': 'OneStock did not take the delivery.',
  'not_taken.ruleset': 'OneStock did not take the ruleset chaining.',
  'not_taken.sales_channel': 'OneStock did not take the sales channel.',
  'not_taken.item': 'OneStock did not take an item.',
  'not_taken.quantity': 'OneStock did not take a quantity.',
  'not_taken.prices': 'OneStock did not take the prices.',
  'not_taken.types': 'OneStock did not take the types of the order.',
  'not_taken.id': 'OneStock did not take the order’s id.',
  'not_taken.unknown_item': 'OneStock did not take the item “{{id}}”, which it does not know.',
  'not_taken.unknown_store': 'OneStock did not take the store “{{id}}”, which it does not know.',
  'not_taken.unknown_sales_channel':
    'OneStock did not take the sales channel “{{id}}”, which it does not know.',
  'not_taken.unknown_ruleset': 'OneStock did not take the ruleset chaining “{{id}}”, which it does not know.',
  'not_taken_remedy.order': 'Ask OneStock what it does not take of this order.',
  'not_taken_remedy.last_name': 'Correct the last name on the order in Shopify.',
  'not_taken_remedy.contact': 'Correct the email address or phone number on the order in Shopify.',
  'not_taken_remedy.customer': 'Correct the names and contact on the order in Shopify.',
  'not_taken_remedy.store': 'Check that OneStock still has the endpoint of this store.',
  'not_taken_remedy.promise': 'Tell whoever operates this app that OneStock does not take its promises.',
  'not_taken_remedy.address': 'Correct the address on the order in Shopify.',
  'not_taken_remedy.delivery': 'Ask OneStock which types of delivery the site takes.',
  'not_taken_remedy.ruleset':
    'Choose another ruleset chaining for this delivery option in the configuration.',
  'not_taken_remedy.sales_channel': 'Choose another sales channel in the configuration.',
  'not_taken_remedy.item': 'Check that every product of the order is in OneStock’s catalogue.',
  'not_taken_remedy.quantity': 'Correct the quantities on the order in Shopify.',
  'not_taken_remedy.prices': 'Ask OneStock which prices the site takes, and give it the request id.',
  'not_taken_remedy.types': 'Ask OneStock to allow these order types on the site.',
  'not_taken_remedy.id': 'In the configuration, change how orders are named in OneStock.',
  'not_taken_remedy.unknown_item': 'Send the product to OneStock.',
  'not_taken_remedy.unknown_store': 'Check that OneStock still has an endpoint with this id.',
  'not_taken_remedy.unknown_sales_channel': 'Choose another sales channel in the configuration.',
  'not_taken_remedy.unknown_ruleset': 'Choose another ruleset chaining in the configuration.',
  onestock_said: 'OneStock said: “{{said}}”.',
  onestock_request: 'OneStock’s request id is {{id}}.',
  // What became of it, after another cause.
  order_not_sent:
    'The order is not in OneStock, so nobody is asked to prepare it. Once the problem is solved, synchronize the order again.',
  order_not_created: 'The order was not created in OneStock, and nobody is asked to prepare it.',
  order_maybe_created:
    'It is not known whether OneStock has the order. Synchronize the order again: the app looks first, and never creates it twice.',
  then_synchronize_again: 'Once that is solved, synchronize the order again.',
  // What waits longer than it should, or waited too long.
  held_too_long:
    'The order has been on hold for longer than the configuration allows, and nobody is asked to prepare it. Release the hold in Shopify, or cancel the order.',
  without_address_too_long:
    'The order has waited for days for an address to be sent to, and nobody is asked to prepare it. Add a delivery address to the order in Shopify, or cancel it.',
  all_orders_not_readable:
    'What is scheduled may open more than 60 days after the order was placed. This app may not read the order then and would never send it. Let the app read all orders.',
  late_after_hold:
    'The order was on hold ({{reason}}) for so long that the cut-off of its promise has passed.',
  late_after_unnamed_hold: 'The order was on hold for so long that the cut-off of its promise has passed.',
  late_after_waiting: 'The order waited for so long that the cut-off of its promise has passed.',
  no_promise_any_more: 'OneStock now promises no date, so it may come later than the shopper was told.',
  now_promised_by: 'OneStock can now keep {{date, day}}, later than the shopper was told.',
  tell_shopper: 'Tell the shopper.',
  // What differs since it was sent.
  removed_since_sent:
    'Removed in Shopify after the order was sent: {{pieces, list}}. OneStock still has this and may send it to the shopper. Take it out of the order in OneStock.',
  refunded_since_sent:
    'Refunded in Shopify after the order was sent: {{pieces, list}}. OneStock still has this and may send it to the shopper. Take it out of the order in OneStock.',
  refunded_or_removed_since_sent:
    'Refunded or removed in Shopify after the order was sent: {{pieces, list}}. OneStock still has this and may send it to the shopper. Take it out of the order in OneStock.',
  fulfilled_by_hand:
    'Fulfilled in Shopify by somebody else after the order was sent: {{pieces, list}}. OneStock still prepares this and may send it a second time. Take it out of the order in OneStock, or cancel that fulfillment in Shopify.',
  no_longer_shown:
    'Shopify no longer shows the app any of this to fulfill: {{pieces, list}}. Somebody may have handed it to a service that the app cannot see, while OneStock still prepares it, so the shopper may get it twice. See in Shopify who is to send it; if it is not OneStock, take it out of the order there.',
  fulfilment_cancelled:
    'OneStock has sent {{pieces, list}}, and the fulfillment of this parcel was cancelled in Shopify, which waits for it again. OneStock is not asked for it a second time. If the shopper has it, mark it as fulfilled in Shopify; if it is to be sent again, place another order.',
  held_since_sent:
    'Put on hold in Shopify after the order was sent: {{pieces, list}} ({{reason}}). OneStock goes on preparing it, and the parcel may leave. Release the hold, or stop the order in OneStock until you know more.',
  held_since_sent_unnamed:
    'Put on hold in Shopify after the order was sent: {{pieces, list}}. OneStock goes on preparing it, and the parcel may leave. Release the hold, or stop the order in OneStock until you know more.',
  moved_to_service:
    'Handed to {{service}} in Shopify after the order was sent: {{pieces, list}}. OneStock still prepares it, so the shopper may get it twice. Take it out of the order in OneStock, or move it back in Shopify.',
  moved_to_location:
    'Moved to {{location}} in Shopify after the order was sent: {{pieces, list}}. That location is not OneStock’s, which still prepares it, so the shopper may get it twice. Take it out of the order in OneStock, or move it back in Shopify.',
  now_picked_up:
    'To be picked up at {{location}} since it was changed in Shopify: {{pieces, list}}. OneStock still prepares it as the shopper chose before, and it may go to the wrong place. Change it in OneStock, or change it back in Shopify.',
  now_delivered_locally:
    'To be delivered locally since it was changed in Shopify: {{pieces, list}}. OneStock still prepares it as the shopper chose before. Change it in OneStock, or change it back in Shopify.',
  now_sent_by:
    'To be sent by “{{rate}}” since it was changed in Shopify: {{pieces, list}}. OneStock still prepares it as the shopper chose before. Change it in OneStock, or change it back in Shopify.',
  now_sent:
    'To come in another way since it was changed in Shopify: {{pieces, list}}. OneStock still prepares it as the shopper chose before. Change it in OneStock, or change it back in Shopify.',
  address_not_taken:
    'The delivery address was changed in Shopify after the order was sent, but OneStock did not take the new one: the parcel goes to the former address. Change the address in OneStock.',
  contact_not_taken:
    'The customer’s name or contact was changed in Shopify after the order was sent, but OneStock did not take it: the shopper may not be reached. Change it in OneStock.',
  country_changed:
    'The delivery address is in another country since it was changed in Shopify, {{to, country}} rather than {{from, country}}. OneStock was not told, as the carrier, the taxes and the promise were for the former one: the parcel goes to the former address. Cancel the order and place it anew, or change it in OneStock and dismiss this.',
  address_changed_after_parcel:
    'The delivery address, or the contact on it, was changed in Shopify when {{parcels, list}} had left already for the former one. OneStock was not told. Ask the carrier to redirect what has left; if more is to come, change the address in OneStock.',
  cancelled_but_kept:
    'The order is cancelled in Shopify, but OneStock did not let go of {{pieces}} of its pieces, which may have left already. Look at the order in OneStock.',
  cancelled_and_left_alone:
    'The order is cancelled in Shopify and goes on in OneStock, as the settings say. Remove it in OneStock if it is not to be prepared.',
  cancelled_not_removed:
    'The order is cancelled in Shopify, but was not taken out of OneStock and may still be prepared.',
  account_to_connect:
    'The shop has no OneStock account: connect OneStock in the configuration, then synchronize the order again.',
  change_not_followed:
    'The order changed in Shopify, and OneStock could not be told, or asked what it still sends. It may send what is no longer wanted, or to a former address.',
  no_longer_prepared: 'OneStock does not prepare this any more: {{pieces, list}}.',
  // Why Shopify does not tell what OneStock does.
  fulfilment_uncertain:
    'The app was interrupted while it fulfilled parcel {{parcel}} of order {{order}}, and what is left of the order has changed since, so it cannot tell whether Shopify did it and does not do it again. The shopper may not have been told that the parcel left. Look at the fulfillments of the order in Shopify, then say on the page of the order in this app whether that of this parcel is there.',
  parcel_on_hold:
    'Parcel {{parcel}} has left, but {{pieces, list}} of it is on hold in Shopify, and the hold is not of this app. The shopper is not told that the parcel left. Release the hold on the order; the parcel is then fulfilled.',
  parcel_not_fulfillable:
    'Parcel {{parcel}} has left, but Shopify does not let the app fulfill {{pieces, list}} of it where it is assigned. The shopper is not told that the parcel left. Move these items to a location of your own, or fulfill them by hand.',
  parcel_without_pieces:
    'Parcel {{parcel}} has left with {{pieces, list}}, of which Shopify shows the app nothing to fulfill: it is assigned to another fulfillment service, fulfilled already, or was never in the order. The shopper is not told that the parcel left. Compare the order in Shopify and in OneStock, and fulfill by hand what is right.',
  parcel_grew:
    'OneStock has put {{pieces, list}} into parcel {{parcel}} after it was fulfilled in Shopify, and a parcel is fulfilled once. The shopper is not told about these items. Fulfil them by hand.',
  parcel_state_unknown:
    'OneStock calls the order “{{orderState}}” and its parcel {{parcel}} “{{state}}”, which is none of the states in which a parcel counts as having left, so it is not fulfilled in Shopify and the shopper is not told. If such a parcel has left, add this state in the settings of orders; else finish the parcel in OneStock.',
  pieces_not_holdable:
    'OneStock has removed {{pieces, list}}, but Shopify does not let the app put it on hold. Somebody may try to ship it. Refund these items or take them out of the order.',
  handed_over_in_no_parcel:
    'OneStock is done with the order and says that {{pieces, list}} were handed over, in no parcel, so the app does not fulfill them. The shopper is not told. If the shopper has them, fulfill them by hand in Shopify; else correct the order in OneStock.',
  fulfil_refused:
    'Shopify refused to fulfill a parcel of order {{order}}; it said: “{{said}}”. The shopper does not see what happened in OneStock. Do it by hand in Shopify, or remove what stands in the way and try again.',
  hold_refused:
    'Shopify refused to hold what OneStock will not send of order {{order}}; it said: “{{said}}”. The shopper does not see what happened in OneStock. Do it by hand in Shopify, or remove what stands in the way and try again.',
  release_refused:
    'Shopify refused to release the hold on what came back of order {{order}}; it said: “{{said}}”. The shopper does not see what happened in OneStock. Do it by hand in Shopify, or remove what stands in the way and try again.',
  move_refused:
    'Shopify refused to move a parcel of order {{order}} to the location that it left from; it said: “{{said}}”. The shopper does not see what happened in OneStock. Do it by hand in Shopify, or remove what stands in the way and try again.',
  track_refused:
    'Shopify refused the new tracking of a parcel of order {{order}}; it said: “{{said}}”. The shopper does not see what happened in OneStock. Do it by hand in Shopify, or remove what stands in the way and try again.',
  onestock_order_missing:
    'OneStock has no order {{id}} any more, so parcels and removed items of it do not reach Shopify. Look for the order in OneStock; if it was deleted on purpose, there is nothing to do.',
  order_not_shown:
    'Shopify no longer shows this order to the app: it was deleted, or it is older than 60 days and the app may not read it. What OneStock prepares of it goes on, its parcels are not written in Shopify, and shoppers are not told of them. Let the app read all orders; if the order was deleted, cancel it in OneStock.',
  order_too_large:
    'Order {{order}} has {{count}} fulfillments, and Shopify tells the app no more than {{told}} of them, so it cannot know which parcels are fulfilled and fulfills none rather than one twice. Shoppers are not told of the parcels that leave from now on: fulfill them by hand.',
  order_never_agrees:
    'Each time the app brought the order in Shopify in line with OneStock, something else changed it back, so the app has stopped. Look for another app that holds or releases the same items. As long as it does, shoppers may hear late of parcels.',
  comparison_stopped_half_way:
    'The app stopped each time while it was comparing the order with OneStock, so parcels and removed items of it may not reach Shopify, and shoppers may not be told. It compares the order again later; if this stays, tell whoever operates this app.',
  comparison_failed_inside:
    'The app failed each time while it was comparing the order with OneStock, because of a fault of its own, so parcels and removed items of it may not reach Shopify, and shoppers may not be told. It compares the order again later; if this stays, tell whoever operates this app.',
  order_may_differ:
    'As long as this lasts, parcels and removed items of the order may not reach Shopify, and shoppers may not be told.',
  // Why the promise is not on the order.
  order_gone: 'The order, or the app, is no longer in the shop. There is nothing to write the promise on.',
  order_always_stale:
    'The delivery promise was not written on the order, because another app or person changed it at the same moment each time. Whoever reads the order does not see its promise. Look for another app that writes metafields of the namespace “onestock”.',
  order_stopped_half_way:
    'The app stopped each time while it was writing the delivery promise on the order, and does not try again by itself. Whoever reads the order may not see its promise. Try again; if it stops again, tell whoever operates this app.',
  order_failed_inside:
    'The app failed each time while it was writing the delivery promise on the order, because of a fault of its own. Whoever reads the order does not see its promise. Try again; if it fails again, tell whoever operates this app.',
  metafields_refused:
    'Shopify refused to write the delivery promise on order {{order}}; it said: “{{said}}”. Whoever reads the order does not see its promise. Check the metafield definitions of the namespace “onestock” in the settings of your shop.',
  promise_not_written:
    'The delivery promise was not written on the order: whoever reads the order does not see it. Once the problem is solved, try again.',
  // Why the promise is not the one that was shown.
  shown_too_long_ago:
    'The rate of the order was shown more than {{hours}} h before the order was placed, as with a renewed subscription or an order that was copied, so its promise does not count. The order has what OneStock promised anew, or no promise. The shopper may have been told other dates. How long a rate counts is set in the configuration.',
  cutoff_passed_before_order:
    'The order was placed after the cut-off of the promise that was shown, so that promise does not count. If the order has no date now, or another than the shopper was shown, write to the customer.',
  window_passed_before_order:
    'The delivery dates of the order’s rate had passed when the order was placed, so they do not count. The order has what OneStock promised anew, or no promise. There is nothing to do.',
  // Why something was not done.
  order_event_unreadable: 'Shopify sent an event about an order that does not say which.',
  nothing_to_decide: 'Nothing was changed: the order waits for no such decision any more.',
  order_busy: 'Nothing was changed: the app is at work on this order. Try again in a moment.',
  intent_not_in_doubt:
    'Nothing was changed: the app or somebody else has already decided whether this parcel was fulfilled. Look at the order again.',
  no_account_to_ask:
    'The shop has no OneStock account, so nobody can say where the order is. Connect OneStock in the configuration.',
  told_by_earlier_version: '{{text}}',
  // On the hold itself, for whoever prepares the order in Shopify.
  hold_note: 'OneStock will not send {{pieces, list}} ({{states}}).',
} as const satisfies Record<OrderCode, string>;
