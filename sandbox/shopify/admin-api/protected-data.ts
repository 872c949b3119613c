import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import type { Settings } from '../control/settings.ts';

/** Names, addresses, telephone and e-mail: level 2 of https://shopify.dev/docs/apps/launch/protected-customer-data. */
const protectedFields = new Set([
  'Order.email',
  'Order.phone',
  'CustomerEmailAddress.emailAddress',
  'CustomerPhoneNumber.phoneNumber',
  ...['Customer', 'MailingAddress', 'FulfillmentOrderDestination'].flatMap((type) =>
    [
      'firstName',
      'lastName',
      'name',
      'displayName',
      'email',
      'phone',
      'address1',
      'address2',
      'city',
      'zip',
    ].map((field) => `${type}.${field}`),
  ),
]);

/**
 * Refuses protected data of customers to an app that is not approved for it: that field is null, the rest is answered.
 * @throws {GraphQLError} in the words of https://shopify.dev/docs/apps/launch/protected-customer-data; its code is inferred
 */
export function checkApproval({ protectedCustomerData }: Settings, info: GraphQLResolveInfo): void {
  if (protectedCustomerData || !protectedFields.has(`${info.parentType.name}.${info.fieldName}`)) return;
  throw new GraphQLError(
    `This app is not approved to use the ${info.fieldName} field. See https://partners.shopify.com/123/apps/456/customer_data for more details.`,
    { extensions: { code: 'ACCESS_DENIED' } },
  );
}
