import type { Frame, Page } from 'playwright-core';

/** How a page felt to the person who opened it. Source of the thresholds: https://web.dev/articles/vitals */
export interface Vitals {
  /** Largest contentful paint, in milliseconds since the navigation began. */
  lcpMs: number;
  /** Layout shift that no input explains. */
  cls: number;
  /** The slowest interaction, in milliseconds, from the input to the next paint. */
  inpMs: number;
}

interface Measured {
  lcpMs: number;
  cls: number;
  events: Record<string, number>;
}

type Measuring = Window & { vitals: Measured };

/** Lets every document that the page opens measure itself. To be called before the first navigation. */
export async function measureVitals(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const measured: Measured = { lcpMs: 0, cls: 0, events: {} };
    (window as unknown as Measuring).vitals = measured;
    const watch = (type: string, note: (entry: never) => void) =>
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) note(entry as never);
      }).observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
    watch('largest-contentful-paint', ({ startTime }: PerformanceEntry) => {
      measured.lcpMs = startTime;
    });
    watch('layout-shift', ({ value, hadRecentInput }: { value: number; hadRecentInput: boolean }) => {
      if (!hadRecentInput) measured.cls += value;
    });
    watch('event', ({ interactionId, duration }: { interactionId: number; duration: number }) => {
      if (interactionId)
        measured.events[interactionId] = Math.max(measured.events[interactionId] ?? 0, duration);
    });
  });
}

/** What a document measured so far. An interaction under 16 ms is not told by the browser, and counts as 16. */
export async function readVitals(frame: Frame): Promise<Vitals> {
  const { lcpMs, cls, events } = await frame.evaluate(() => (window as unknown as Measuring).vitals);
  return { lcpMs, cls, inpMs: Math.max(16, ...Object.values(events)) };
}
