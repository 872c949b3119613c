import type { Context } from 'hono';
import type { SimulatorApp } from '../../simulator.ts';
import type { Store } from '../../store/store.ts';
import type { Checkouts } from '../checkouts.ts';
import { addressPage, initialFields, readAddressForm } from './address-page.ts';
import { deliveryPage } from './delivery-page.ts';
import { currentCheckout, formOf, placeOrder } from './steps.ts';
import { thankYouPage } from './thank-you-page.ts';
import { type Visit, visitPath } from './visits.ts';

/** Makes a handler of what a page of a visit does. */
export type VisitHandler = (
  handle: (context: Context, visit: Visit, store: Store) => Response | Promise<Response>,
) => (context: Context) => Response | Promise<Response>;

/** The pages after the bag: address, delivery options, thank you. */
export function mountVisitPages(app: SimulatorApp, withVisit: VisitHandler, checkouts: Checkouts): void {
  mountAddress(app, withVisit);
  mountDelivery(app, withVisit, checkouts);
  mountThankYou(app, withVisit, checkouts);
}

function mountAddress(app: SimulatorApp, withVisit: VisitHandler): void {
  app.get(
    '/checkout/visits/:visit/address',
    withVisit((context, visit, store) => {
      const fields = initialFields(visit, context.req.query('place'));
      return context.html(addressPage({ store, visit, fields, missing: [] }));
    }),
  );

  app.post(
    '/checkout/visits/:visit/address',
    withVisit(async (context, visit, store) => {
      const form = await formOf(context);
      const contact = readAddressForm(form);
      if ('missing' in contact) {
        return context.html(addressPage({ store, visit, fields: form, missing: contact.missing }), 422);
      }
      visit.contact = contact;
      visit.checkoutId = null;
      return context.redirect(visitPath(visit, 'delivery'), 303);
    }),
  );
}

function mountDelivery(app: SimulatorApp, withVisit: VisitHandler, checkouts: Checkouts): void {
  app.get(
    '/checkout/visits/:visit/delivery',
    withVisit(async (context, visit, store) => {
      if (!visit.contact) return context.redirect(visitPath(visit, 'address'), 303);
      const checkout = await currentCheckout(checkouts, store, visit);
      if (checkout.order) return context.redirect(visitPath(visit, 'thank-you'), 303);
      return context.html(deliveryPage({ store, visit, checkout }));
    }),
  );

  app.post(
    '/checkout/visits/:visit/quote',
    withVisit(async (context, visit, store) => {
      const { ask } = await formOf(context);
      if (ask === 'split' || ask === 'together') {
        visit.splitGroups = ask === 'split';
        visit.checkoutId = null;
      } else if (visit.contact) {
        await currentCheckout(checkouts, store, visit, false);
      }
      return context.redirect(visitPath(visit, 'delivery'), 303);
    }),
  );

  app.post(
    '/checkout/visits/:visit/delivery',
    withVisit(async (context, visit, store) => {
      if (!visit.contact) return context.redirect(visitPath(visit, 'address'), 303);
      const checkout = await currentCheckout(checkouts, store, visit);
      // A rate that is no longer offered leads back to those that are.
      const placed = placeOrder(checkouts, store, checkout, await formOf(context));
      const isPlaced = placed.isOk() || placed.error.code === 'already_completed';
      return context.redirect(visitPath(visit, isPlaced ? 'thank-you' : 'delivery'), 303);
    }),
  );
}

function mountThankYou(app: SimulatorApp, withVisit: VisitHandler, checkouts: Checkouts): void {
  app.get(
    '/checkout/visits/:visit/thank-you',
    withVisit((context, visit, store) => {
      const checkout = visit.checkoutId === null ? null : checkouts.find(visit.checkoutId).unwrapOr(null);
      const placed = checkout?.order;
      const order = placed && store.orders.get(placed.id);
      if (!order) return context.redirect(visitPath(visit, 'delivery'), 303);
      return context.html(thankYouPage({ store, visit, order, rates: placed.rates }));
    }),
  );
}
