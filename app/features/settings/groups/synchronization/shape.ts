import { checkbox, choices } from '../../field/shape.ts';
import { settingsGroup } from '../../group/shape.ts';

const HERE = { section: 'orders' };

/** Whether orders are created in OneStock, and when. */
export const SYNCHRONIZATION = settingsGroup('synchronization', {
  syncsOrders: checkbox(HERE, { default: false }),
  /** As soon as an order is placed, or once it is paid. */
  syncMoment: choices(
    { ...HERE, enabledBy: 'syncsOrders' },
    { values: ['created', 'paid'], default: 'created' },
  ),
});
