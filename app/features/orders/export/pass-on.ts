import { err, ok, type Result } from 'neverthrow';
import { itemsPassedOn } from '../deliveries/passed-on.ts';
import type { KnownExport } from '../known-order.ts';
import type { OrderError } from '../shape.ts';
import type { ExportRun } from './export-run.ts';

/**
 * Gives pieces that OneStock is to send already to lines that came in the place of theirs, before anything else is made of them: what OneStock
 * sends too much of is told without them, and the parcel that brings them is fulfilled for the line that has them. OneStock is
 * asked for nothing, it knows items only.
 *
 * @returns what is known from then on
 */
export async function passOn(run: ExportRun, known: KnownExport): Promise<Result<KnownExport, OrderError>> {
  const planned = await run.visit.deliveryPlan();
  if (planned.isErr()) return err(planned.error);
  const passedOn = planned.value?.passedOn ?? [];
  if (passedOn.length === 0) return ok(known);
  const changed = known.deliveries.flatMap(({ number, items }) => {
    const own = passedOn.filter(({ delivery }) => delivery === number);
    return own.length === 0 ? [] : [{ number, items: own.reduce(itemsPassedOn, items) }];
  });
  await run.record.passOn(changed, run.clock.now());
  run.visit.changed();
  return ok((await run.visit.known()).export ?? known);
}
