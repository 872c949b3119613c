import { useFetcher, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import type { OrderWork } from '#app/features/orders/index.ts';
import { orderAddress } from '#app/ui/orders/order-address.ts';

/** How long the app is left to its work before it is asked again, milliseconds. */
const PAUSE_MS = 1_500;

/** Renews the page when the work on its order is done. Until then only the work is asked for, not OneStock. */
export function useWork(orderId: string, { isWorking }: OrderWork): void {
  const { load, data, state } = useFetcher<OrderWork>();
  const { revalidate } = useRevalidator();
  const isDone = data !== undefined && !data.isWorking;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer begins a new pause, until one says that it is done
  useEffect(() => {
    if (!isWorking || state !== 'idle') return;
    const pause = setTimeout(() => load(`${orderAddress(orderId)}/work`), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [isWorking, state, orderId, load, data]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer counts once
  useEffect(() => {
    if (isWorking && isDone) revalidate();
  }, [data]);
}
