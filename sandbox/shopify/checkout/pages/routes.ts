import type { Context } from 'hono';
import type { Simulator, SimulatorApp } from '../../simulator.ts';
import type { Store } from '../../store/store.ts';
import type { Checkouts } from '../checkouts.ts';
import { addressPage, initialFields, readAddressForm } from './address-page.ts';
import { mountAssets } from './assets.ts';
import { deliveryPage } from './delivery-page.ts';
import { mountOrderPages } from './orders-routes.ts';
import { shopPage } from './shop-page.ts';
import { changeBag, currentCheckout, type Form, placeOrder } from './steps.ts';
import { chooseLanguage } from './texts.ts';
import { thankYouPage } from './thank-you-page.ts';
import { createVisits, type Visit, visitPath } from './visits.ts';

/**
 * The checkout that people see: `/checkout`, then an address, the delivery options and the thank-you page under
 * `/checkout/visits/{id}`. Every step is a plain form; the script only saves clicks. `?shop=` opens another shop than the demo one.
 */
export function mountCheckoutPages(app: SimulatorApp, { shops }: Simulator, checkouts: Checkouts): void {
  const visits = createVisits();
  const storeOf = (visit: Visit) => shops.find(visit.shopDomain) ?? shops.demo;
  const shopWanted = (context: Context) =>
    shops.find(context.req.query('shop') ?? '') ?? shops.of(context.req.raw.headers) ?? shops.demo;
  const languageOf = (context: Context, wanted: string | undefined) =>
    chooseLanguage(wanted, context.req.header('Accept-Language'));

  mountAssets(app);
  mountOrderPages(app, shops, shopWanted);

  app.get('/checkout', (context) => {
    const visit = visits.find(context.req.query('visit'));
    const locale = context.req.query('locale');
    if (visit && locale) visit.language = chooseLanguage(locale, undefined);
    const store = visit ? storeOf(visit) : shopWanted(context);
    const language = visit?.language ?? languageOf(context, locale);
    return context.html(shopPage({ store, language, visit, search: context.req.query('q') ?? '' }));
  });

  app.post('/checkout/bag', async (context) => {
    const form = await formOf(context);
    const shopDomain = form.shop ?? shopWanted(context).shop.domain;
    const visit = visits.find(form.visit) ?? visits.begin(shopDomain, languageOf(context, form.locale));
    changeBag(storeOf(visit), visit, form);
    return context.redirect(
      `/checkout?${new URLSearchParams({ visit: visit.id, q: form.q ?? '' })}#bag`,
      303,
    );
  });

  /** A step needs a visit with something in its bag; without, the way begins again. */
  const step =
    (handle: (context: Context, visit: Visit, store: Store) => Response | Promise<Response>) =>
    (context: Context) => {
      const visit = visits.find(context.req.param('visit'));
      if (!visit || visit.lines.length === 0) return context.redirect('/checkout', 303);
      const locale = context.req.query('locale');
      if (locale) visit.language = chooseLanguage(locale, undefined);
      return handle(context, visit, storeOf(visit));
    };
  mountSteps(app, step, checkouts);
}

type Step = (
  handle: (context: Context, visit: Visit, store: Store) => Response | Promise<Response>,
) => (context: Context) => Response | Promise<Response>;

function mountSteps(app: SimulatorApp, step: Step, checkouts: Checkouts): void {
  app.get(
    '/checkout/visits/:visit/address',
    step((context, visit, store) =>
      context.html(
        addressPage({ store, visit, fields: initialFields(visit, context.req.query('place')), missing: [] }),
      ),
    ),
  );

  app.post(
    '/checkout/visits/:visit/address',
    step(async (context, visit, store) => {
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

  app.get(
    '/checkout/visits/:visit/delivery',
    step(async (context, visit, store) => {
      if (!visit.contact) return context.redirect(visitPath(visit, 'address'), 303);
      const checkout = await currentCheckout(checkouts, store, visit);
      if (checkout.order) return context.redirect(visitPath(visit, 'thank-you'), 303);
      return context.html(deliveryPage({ store, visit, checkout }));
    }),
  );

  app.post(
    '/checkout/visits/:visit/quote',
    step(async (context, visit, store) => {
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
    step(async (context, visit, store) => {
      if (!visit.contact) return context.redirect(visitPath(visit, 'address'), 303);
      const checkout = await currentCheckout(checkouts, store, visit);
      const placed = placeOrder(checkouts, store, checkout, await formOf(context));
      const wasPlacedBefore = placed.isErr() && placed.error.code === 'already_completed';
      const next = placed.isOk() || wasPlacedBefore ? 'thank-you' : 'delivery';
      return context.redirect(visitPath(visit, next), 303);
    }),
  );

  app.get(
    '/checkout/visits/:visit/thank-you',
    step((context, visit, store) => {
      const checkout = visit.checkoutId === null ? null : checkouts.find(visit.checkoutId).unwrapOr(null);
      const placed = checkout?.order;
      const order = placed && store.orders.get(placed.id);
      if (!order) return context.redirect(visitPath(visit, 'delivery'), 303);
      return context.html(thankYouPage({ store, visit, order, rates: placed.rates }));
    }),
  );
}

async function formOf(context: Context): Promise<Form> {
  const body = await context.req.parseBody();
  const texts = Object.entries(body).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}
