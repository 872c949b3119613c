/**
 * Preloaded (`node --import`) into a process under test, whose calendar clock then shows `TEST_CLOCK_STARTS_AT` as it starts, and
 * jumps by `TEST_CLOCK_JUMP_MS` at each SIGUSR2. Timers and the monotonic clock go on as they are.
 */
const startsAtMs = Date.parse(process.env.TEST_CLOCK_STARTS_AT ?? '');
const jumpMs = Number(process.env.TEST_CLOCK_JUMP_MS);
if (Number.isNaN(startsAtMs + jumpMs))
  throw new Error('TEST_CLOCK_STARTS_AT and TEST_CLOCK_JUMP_MS must be set.');

const MachineDate = Date;
let offsetMs = startsAtMs - MachineDate.now();
const now = () => MachineDate.now() + offsetMs;

globalThis.Date = new Proxy(MachineDate, {
  construct: (date, parts, asked) => Reflect.construct(date, parts.length === 0 ? [now()] : parts, asked),
  apply: () => new MachineDate(now()).toString(),
  get: (date, key) => (key === 'now' ? now : Reflect.get(date, key)),
});

process.on('SIGUSR2', () => {
  offsetMs += jumpMs;
});
