import type { Problems } from '#app/features/activity/index.ts';
import type { Connection } from '#app/features/connection/index.ts';
import type { DeliveryOptions } from '#app/features/delivery-options/index.ts';
import type { AdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';

export interface HealthDependencies {
  database: Database;
  clock: Clock;
  adminClients: AdminClients;
  problems: Pick<Problems, 'list'>;
  connection: Pick<Connection, 'checkAttachment'>;
  deliveryOptions: Pick<DeliveryOptions, 'list'>;
}
