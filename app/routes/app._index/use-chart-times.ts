import { useMemo } from 'react';
import { useFrameFacts } from '#app/ui/frame.ts';
import { useLanguage } from '#app/ui/i18n/use-language.ts';
import { WRITING } from '#app/words/languages.ts';

export type ChartPeriod = 'day' | 'week';

/** Times on the axis of a chart, in the shop's zone: "14:00" of a day, "Sat 21" of a week. */
export function useChartTimes(period: ChartPeriod): (instant: string) => string {
  const language = useLanguage();
  const timeZone = useFrameFacts()?.timezone ?? 'UTC';
  return useMemo(() => {
    const fields: Intl.DateTimeFormatOptions =
      period === 'day' ? { hour: '2-digit', minute: '2-digit' } : { weekday: 'short', day: 'numeric' };
    const format = new Intl.DateTimeFormat(WRITING[language].tag, { timeZone, ...fields });
    return (instant) => format.format(new Date(instant));
  }, [language, timeZone, period]);
}
