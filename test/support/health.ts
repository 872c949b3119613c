import type {
  AnswerBar,
  AttentionEntry,
  AttentionSummary,
  CheckoutHealth,
  Health,
  HealthReport,
  PeriodHealth,
  Setup,
  StepName,
  StepState,
} from '#app/features/health/index.ts';

const STEPS: readonly StepName[] = [
  'onestock',
  'sales_channel',
  'delivery_option',
  'carrier_service',
  'attachment',
  'first_callback',
];

/** A set-up whose steps before `next` are done. */
export function setupUntil(next: StepName, changes: Partial<Record<StepName, StepState>> = {}): Setup {
  const reached = STEPS.indexOf(next);
  const steps = STEPS.map((name, index) => ({
    name,
    state: changes[name] ?? (index < reached ? 'done' : index === reached ? 'current' : 'todo'),
  }));
  return { steps, isComplete: false };
}

/** All done; only Shopify knows of the attachment. */
export function completeSetup(attachment: StepState = 'asking'): Setup {
  const steps = STEPS.map((name) => ({
    name,
    state: name === 'attachment' ? attachment : ('done' as const),
  }));
  return { steps, isComplete: true };
}

const NOTHING = { promised: 0, fallback: 0, failed: 0, unpromised: 0 };
const HOUR_MS = 3_600_000;
const UNTIL = Date.parse('2026-11-21T10:00:00Z');

/** A period of so many bars with one of everything that a chart can show, or nothing at all. */
export function samplePeriod(bars: number, { isQuiet = false, stepMs = HOUR_MS } = {}): PeriodHealth {
  const each = Array.from({ length: bars }, (_, index): AnswerBar => {
    const from = new Date(UNTIL - (bars - 1 - index) * stepMs).toISOString();
    if (isQuiet || index % 7 === 3) return { from, ...NOTHING };
    const isBad = index === bars - 3;
    return {
      from,
      promised: isBad ? 9 : 30 + ((index * 17) % 23),
      fallback: isBad ? 21 : index % 4,
      failed: isBad ? 4 : 0,
      unpromised: index % 3,
    };
  });
  const sum = (key: keyof typeof NOTHING) => each.reduce((total, bar) => total + bar[key], 0);
  const totals = {
    promised: sum('promised'),
    fallback: sum('fallback'),
    failed: sum('failed'),
    unpromised: sum('unpromised'),
  };
  const answers = totals.promised + totals.fallback + totals.failed + totals.unpromised;
  const known = Math.round(totals.promised * 0.7);
  return {
    bars: each,
    totals,
    answers,
    rungs: isQuiet
      ? []
      : [
          { rung: 'memory', answers: known },
          { rung: 'shared', answers: 12 },
          { rung: 'onestock', answers: totals.promised + totals.unpromised - known - 12 },
          { rung: 'fallback', answers: totals.fallback },
          { rung: 'none', answers: totals.failed },
        ],
    failures: totals.fallback + totals.failed,
    durationMs: isQuiet ? null : { p50: 2.4, p95: 238 },
    oneStockMs: isQuiet ? null : { p50: 142, p95: 331 },
  };
}

/** A shop where shoppers get promises, and one hour went badly. */
export function sampleReport(changes: Partial<HealthReport> = {}): HealthReport {
  return {
    day: samplePeriod(24),
    week: samplePeriod(7, { stepMs: 24 * HOUR_MS }),
    oneStock: {
      state: 'works',
      siteId: 'c8001',
      salesChannel: 'online_store',
      checkedAt: new Date(Date.now() - 3 * 60_000).toISOString(),
      lastHour: { asked: 42, failed: 1 },
    },
    ...changes,
  };
}

export function quietReport(): HealthReport {
  return {
    day: samplePeriod(24, { isQuiet: true }),
    week: samplePeriod(7, { isQuiet: true }),
    oneStock: { state: 'not_connected', lastHour: { asked: 0, failed: 0 } },
  };
}

export function sampleCheckout(changes: Partial<CheckoutHealth> = {}): CheckoutHealth {
  return {
    setup: completeSetup('done'),
    attachment: {
      isKnown: true,
      answer: {
        mode: 'profiles',
        carrierService: 'registered',
        coverage: { attached: 2, hidingNewServices: 0, total: 3 },
      },
    },
    origins: { isKnown: true, answer: { locations: ['Paris warehouse'], chargedRepeatedly: [] } },
    ...changes,
  };
}

export const carrierServiceObstacle: AttentionEntry = {
  key: 'carrier_service carrier_service ',
  subject: { kind: 'carrier_service', id: '' },
  source: 'carrier_service',
  severity: 'critical',
  causes: [{ code: 'carrier_service_refused', params: { said: 'Not on your plan.' } }],
  attempts: 0,
  remedies: ['retry'],
  since: '2026-11-21T07:12:00.000Z',
};

/** A list of what needs a person: that of the shop itself, and so many orders. */
export function attentionOf(ofShop: AttentionEntry[] = [], orders = 0): AttentionSummary {
  return { count: ofShop.length + orders, ofOrders: orders, ofShop, notices: [] };
}

/** A connected shop where all was done and nothing is wrong, but for what is given. */
export function healthOf(given: Partial<Health> = {}): Health {
  return {
    setup: async () => completeSetup(),
    attention: async () => [],
    countAttention: async () => 0,
    attentionSummary: async () => attentionOf(),
    retry: async () => 0,
    dismiss: async () => 0,
    report: async () => sampleReport(),
    checkout: async () => sampleCheckout(),
    ...given,
  };
}
