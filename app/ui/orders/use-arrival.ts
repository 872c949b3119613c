import type { ArrivalWindow } from '#app/features/orders/index.ts';
import { useFormats } from '../frame.ts';

/** A window in days of the shop's time zone: "24 Nov 2026", or "24 Nov 2026 – 25 Nov 2026". */
export function useArrival() {
  const { moment } = useFormats();
  return ({ from, to }: ArrivalWindow) => {
    const days = new Set([moment(from, 'day'), moment(to, 'day')]);
    return [...days].join(' – ');
  };
}
