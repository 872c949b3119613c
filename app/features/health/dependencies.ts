import type { CarrierService } from '#app/features/carrier-service/index.ts';
import type { DeliveryOptions } from '#app/features/delivery-options/index.ts';
import type { Obstacles } from '#app/features/obstacles/index.ts';
import type { AdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { RemedyHandlers } from './remedy-handlers.ts';

export interface HealthDependencies {
  database: Database;
  clock: Clock;
  adminClients: AdminClients;
  obstacles: Pick<Obstacles, 'list' | 'notices' | 'ofShop' | 'of' | 'named' | 'count' | 'clear'>;
  remedyHandlers: RemedyHandlers;
  carrierService: Pick<CarrierService, 'checkAttachment'>;
  deliveryOptions: Pick<DeliveryOptions, 'list'>;
}
