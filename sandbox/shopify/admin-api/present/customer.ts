import { numericId } from '../../store/ids.ts';
import type { Customer } from '../../store/order-types.ts';
import type { Order } from '../../store/types.ts';
import type { Presented } from '../call.ts';

export function presentCustomer(
  { id, firstName, lastName, email, phone }: Customer,
  order: Order,
): Presented {
  return {
    __typename: 'Customer',
    id,
    legacyResourceId: numericId(id),
    firstName,
    lastName,
    displayName: [firstName, lastName].filter(Boolean).join(' '),
    email,
    phone,
    defaultEmailAddress: email === null ? null : { emailAddress: email },
    defaultPhoneNumber: phone === null ? null : { phoneNumber: phone },
    locale: order.locale,
  };
}
