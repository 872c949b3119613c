import type { AnswerBar, AnswerCounts, PeriodHealth, Rung } from './types.ts';

/** The counts of an hour on one rung. */
export interface CountedHour {
  hour: Date;
  rung: Rung;
  answers: number;
  promised: number;
  failed: number;
}

const LADDER: readonly Rung[] = ['memory', 'shared', 'onestock', 'stale', 'fallback', 'none'];

/**
 * Counts for a chart with one bar a start; a bar ends where the next begins. Hours before the first start are left out.
 *
 * @param starts the oldest first
 */
export function countAnswers(
  hours: readonly CountedHour[],
  starts: readonly Date[],
): Pick<PeriodHealth, 'bars' | 'totals' | 'answers' | 'rungs' | 'failures'> {
  const within = hours.filter(({ hour }) => starts[0] && hour >= starts[0]);
  const totals = outcomesOf(within);
  const bars = starts.map((start, index): AnswerBar => {
    const end = starts[index + 1];
    const own = within.filter(({ hour }) => hour >= start && (!end || hour < end));
    return { from: start.toISOString(), ...outcomesOf(own) };
  });
  const rungs = LADDER.map((rung) => ({
    rung,
    answers: sum(within, (each) => (each.rung === rung ? each.answers : 0)),
  })).filter(({ answers }) => answers > 0);
  return {
    bars,
    totals,
    answers: sum(within, ({ answers }) => answers),
    rungs,
    failures: sum(within, ({ failed }) => failed),
  };
}

function outcomesOf(hours: readonly CountedHour[]): AnswerCounts {
  const promised = sum(hours, (each) => each.promised);
  const fallback = sum(hours, (each) => (each.rung === 'fallback' ? each.answers - each.promised : 0));
  const failed = sum(hours, (each) => (each.rung === 'none' ? each.failed : 0));
  const unpromised = sum(hours, ({ answers }) => answers) - promised - fallback - failed;
  return { promised, fallback, failed, unpromised };
}

function sum<Item>(items: readonly Item[], amountOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + amountOf(item), 0);
}
