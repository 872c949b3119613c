import type { Context } from 'hono';
import type { Simulator, SimulatorApp } from '../../simulator.ts';
import type { Checkouts } from '../checkouts.ts';
import { mountAssets } from './assets.ts';
import { mountOrderPages } from './orders-routes.ts';
import { shopPage } from './shop-page.ts';
import { changeBag, formOf } from './steps.ts';
import { chooseLanguage } from './texts.ts';
import { mountVisitPages, type VisitHandler } from './visit-routes.ts';
import { createVisits, type Visit } from './visits.ts';

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

  // The pages after the bag need a visit with something in it; without, the way begins again.
  const withVisit: VisitHandler = (handle) => (context) => {
    const visit = visits.find(context.req.param('visit'));
    if (!visit || visit.lines.length === 0) return context.redirect('/checkout', 303);
    const locale = context.req.query('locale');
    if (locale) visit.language = chooseLanguage(locale, undefined);
    return handle(context, visit, storeOf(visit));
  };
  mountVisitPages(app, withVisit, checkouts);
}
