import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  commandsFor,
  isLive,
  LIVE_STATES,
  moveRun,
  RUN_COMMANDS,
  RUN_STATES,
  type RunEvent,
  type RunState,
  statesFor,
} from '#app/features/runs/shape.ts';

const EVENTS: RunEvent[] = [...RUN_COMMANDS, 'begin', 'page', 'finish', 'fail', 'stop'];

/** Every state that a run goes through, one after the other. */
function live(events: readonly RunEvent[]): RunState[] {
  const states: RunState[] = ['waiting'];
  for (const event of events) {
    const next = moveRun(states.at(-1) ?? 'waiting', event);
    if (next) states.push(next);
  }
  return states;
}

const lives = fc.array(fc.constantFrom(...EVENTS), { maxLength: 40 }).map(live);

test('whatever happens to a run, one that is done or cancelled stays so, and one that failed only goes on when a person says so', () => {
  fc.assert(
    fc.property(lives, (states) => {
      for (const [place, state] of states.entries()) {
        const next = states[place + 1];
        if (state === 'done' || state === 'cancelled') expect(next).toBeUndefined();
        if (state === 'failed' && next) expect(next).toBe('waiting');
      }
    }),
  );
});

test('whatever happened to a run that is not over, a person can cancel it or has done so, and its job then ends it', () => {
  fc.assert(
    fc.property(lives, (states) => {
      const state = states.at(-1) ?? 'waiting';
      if (!isLive(state)) return;
      const asked = state === 'cancelling' ? state : moveRun(state, 'cancel');
      expect(asked).toBe('cancelling');
      expect(moveRun('cancelling', 'stop')).toBe('cancelled');
    }),
  );
});

test('a page that was being read when somebody paused or cancelled is still written, and none is begun after it', () => {
  for (const asked of ['pause', 'cancel'] as const) {
    const state = moveRun('running', asked) ?? 'running';
    expect(moveRun(state, 'page')).not.toBeNull();
    expect(moveRun(state, 'finish')).toBe('done');
    expect(moveRun(moveRun(state, 'page') ?? state, 'begin')).toBeNull();
  }
});

test('what is offered to a person is what can be done, and what is live is what is not over', () => {
  for (const state of RUN_STATES) {
    for (const command of RUN_COMMANDS)
      expect(commandsFor(state).includes(command)).toBe(statesFor(command).includes(state));
  }
  expect(RUN_STATES.filter((state) => !isLive(state))).toEqual(['done', 'failed', 'cancelled']);
  expect(LIVE_STATES).toHaveLength(4);
});
