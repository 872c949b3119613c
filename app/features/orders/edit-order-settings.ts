import { err, ok, type Result } from 'neverthrow';
import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { type OrderSettings, orderSettingsSchema, readOrderSettings } from './order-settings.ts';

/** One thing to correct. */
export interface OrderSettingsFault {
  field: keyof OrderSettings;
  code: 'order_prefix' | 'state_names' | 'invalid';
  message: string;
}

/** The merchant's settings of how orders go to OneStock and come back. */
export interface OrderSettingsEditor {
  /** See {@link readOrderSettings}. */
  read(shop: ShopDomain): Promise<OrderSettings>;
  /** What was typed as settings, to be saved with the shop's configuration, or everything that is to be corrected. */
  check(typed: OrderSettings): Result<OrderSettings, OrderSettingsFault[]>;
}

export function createOrderSettingsEditor(database: Pick<Database, 'prisma'>): OrderSettingsEditor {
  return {
    read: (shop) => readOrderSettings(database, shop),
    check: checkOrderSettings,
  };
}

type Words = Omit<OrderSettingsFault, 'field'>;

const UNUSABLE: Words = { code: 'invalid', message: 'This value cannot be used.' };
const STATE_NAMES: Words = {
  code: 'state_names',
  message: 'Enter names of states, of at most 64 characters each.',
};
const FAULTS: Partial<Record<keyof OrderSettings, Words>> = {
  orderIdPrefix: {
    code: 'order_prefix',
    message: 'Use letters, digits, “-”, “_” and “.” only, at most 32 of them.',
  },
  shippedParcelStates: STATE_NAMES,
  heldGroupStates: STATE_NAMES,
  handedOverGroupStates: STATE_NAMES,
  removedGroupState: STATE_NAMES,
  closedOrderStates: STATE_NAMES,
};

function checkOrderSettings(typed: OrderSettings): Result<OrderSettings, OrderSettingsFault[]> {
  const parsed = orderSettingsSchema.safeParse(typed);
  if (parsed.success) return ok(parsed.data);
  const fields = new Set(parsed.error.issues.map(({ path }) => path[0] as keyof OrderSettings));
  return err(
    [...fields].map((field) => ({
      field,
      ...(FAULTS[field] ?? UNUSABLE),
    })),
  );
}
