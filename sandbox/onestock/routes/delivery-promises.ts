import { z } from 'zod';
import { type Answer, refuseEntity, success } from '../answer.ts';
import type { Call } from '../call.ts';
import { deliveryMethodsOf } from '../data/delivery-methods.ts';
import { endpointsOf } from '../data/endpoints.ts';
import { availability } from '../promises/availability.ts';
import { planningTime, promiseOption } from '../promises/option.ts';
import type { Site } from '../site.ts';
import { refuseParameters } from './parameters.ts';

/** `zip_code` of public integrations and `postcode` of the official Magento connector mean the same. */
const locationSchema = z.object({
  country: z.string(),
  state: z.string().optional(),
  zip_code: z.string().optional(),
  postcode: z.string().optional(),
});

const questionSchema = z.object({
  line_items: z.array(z.object({ item_id: z.string(), qty: z.int().positive() })).min(1),
  delivery_options: z
    .array(
      z.object({
        delivery_method: z.string(),
        destination: z.object({ endpoint_id: z.string().optional(), location: locationSchema.optional() }),
      }),
    )
    .min(1),
  fields: z.array(z.string()).default([]),
});

/**
 * `GET /delivery_promises`: one entry for each requested option, in the order asked. Parameters that change nothing here
 * (`sales_channel`, `pricing_details`) are taken as they come.
 * Shapes: https://extensions.onestock-retail.com/apps/shopify and
 * https://github.com/OneStock-Retail/onestock-magento-connector
 */
export function answerDeliveryPromises({ body }: Call, site: Site): Answer {
  const question = questionSchema.safeParse(body);
  if (!question.success) return refuseParameters(question.error);
  const { line_items, delivery_options, fields } = question.data;
  const { settings } = site.control;
  const { promiseStatus, outOfStock, listSizes } = settings;
  const supply = { methods: deliveryMethodsOf(settings), endpoints: endpointsOf(listSizes.endpoints) };
  const strange = delivery_options.find(
    ({ delivery_method }) => !supply.methods.some(({ id }) => id === delivery_method),
  );
  if (strange && settings.unknownMethodAnswer === 'not_found')
    return refuseEntity(404, 'not_found', 'delivery_method', strange.delivery_method);
  const itemIds = line_items.map(({ item_id }) => item_id);
  const verdict = promiseStatus ? { status: promiseStatus } : availability(itemIds, outOfStock);
  const time = planningTime(site);
  // Dates and costs come unasked; carriers only when `fields` names them, as in the extensions' published request.
  const withRoutes = fields.some((field) => field.startsWith('delivery_options.delivery_routes'));
  return success({
    delivery_options: delivery_options.map((option) =>
      promiseOption(option, verdict, supply, time, withRoutes),
    ),
  });
}
