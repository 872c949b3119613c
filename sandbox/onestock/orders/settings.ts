import { z } from 'zod';
import { groupStates, orderStates, parcelStates } from './workflow.ts';

/** The data of an order that a patch can name, beside its state. */
export const patchableData = ['customer', 'address', 'information', 'sign_on_collect'] as const;

/** The control door's settings for orders, groups and parcels. */
export const orderSettings = {
  /** A second order of one id is always a 409. Order items that are not in the catalogue are a 400, unless this is false. */
  itemsMustExist: z.boolean().default(true),
  /**
   * Makes a new order with a key that the order schema does not have a 400. The code of a OneStock employee says that the site does so, and
   * sends such keys nevertheless (https://github.com/mbousquet-onestock).
   */
  refuseUnknownKeys: z.boolean().default(false),
  /** Inferred, from clients that fill a missing last name with `-` (https://github.com/mbousquet-onestock). */
  lastNameRequired: z.boolean().default(true),
  /**
   * How orders are read: with order items, groups and pricing details, or with one line item for each unit and `payment`, as some sites
   * still answer (https://github.com/mbousquet-onestock).
   */
  orderReadForm: z.enum(['groups', 'line_items']).default('groups'),
  /**
   * How an order tells by when it arrives. That its key is `current_delivery_etas` is seen in public code
   * (https://github.com/mbousquet-onestock); what stands there is inferred: the times of a delivery option, once or in a list.
   */
  currentDeliveryEtas: z.enum(['list', 'object', 'none']).default('list'),
  /** In the form of line items, each names its parcel. Inferred that it does not: parcels then say by index ranges what is in them. */
  lineItemsNameParcel: z.boolean().default(false),
  /** Under which key order items are read; integrations meet both. */
  orderItemIdKey: z.enum(['_id', 'id']).default('_id'),
  /**
   * Reads and creations of one order, parcel or webhook answer it under the name of its kind. Public integrations find an order at the root
   * and allow for `{order}`; of the others it is inferred.
   */
  wrapReads: z.boolean().default(false),
  /** `GET /line_item_groups` answers a bare array, which public integrations allow for, in place of `{line_item_groups}`. */
  bareGroupList: z.boolean().default(false),
  /**
   * What becomes of data that a patch of an order names, `address` being that of `delivery.destination`. Public code under
   * https://github.com/mbousquet-onestock sends all four; that a site takes none of one kind, by a 400 or without a word, is inferred. What is not
   * named here is taken.
   */
  orderPatches: z.partialRecord(z.enum(patchableData), z.enum(['taken', 'refused', 'ignored'])).default({}),
  /** Inferred: only that a refused step is a 4xx and changes nothing is public (https://github.com/mbousquet-onestock). */
  refusedStepStatus: z.literal([400, 409, 422]).default(400),
  /** What the site calls the states, where it is not what `orders/workflow.ts` calls them. */
  stateNames: z
    .strictObject({
      order: z.partialRecord(z.enum(orderStates), z.string()).default({}),
      group: z.partialRecord(z.enum(groupStates), z.string()).default({}),
      parcel: z.partialRecord(z.enum(parcelStates), z.string()).default({}),
    })
    .prefault({}),
  /** What the groups in a parcel become when the parcel comes to a state, where their workflow has that step. Inferred. */
  groupStateByParcelState: z.partialRecord(z.enum(parcelStates), z.enum(groupStates)).default({
    ready: 'ready',
    ready_to_collect: 'provided',
    dispatched: 'fulfilled',
    delivered: 'fulfilled',
    collected: 'fulfilled',
  }),
};
