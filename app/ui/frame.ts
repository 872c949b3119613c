import { useRouteLoaderData } from '@remix-run/react';
import { formatAge, formatDuration, formatMoment, formatNumber, formatShare } from './format.ts';
import { useLanguage } from './i18n/use-language.ts';

/** What every page knows of the shop, from the loader of the frame around it. */
export interface FrameFacts {
  /** App Bridge asks for it. */
  apiKey: string;
  /** Whether the shop's OneStock account was seen to work. Only then are there pages beyond Home, Configuration and Documentation. */
  isConnected: boolean;
  /** The shop's IANA time zone. */
  timezone: string;
}

/** The facts of the frame; undefined where its own loader failed. */
export function useFrameFacts(): FrameFacts | undefined {
  return useRouteLoaderData('routes/app') as FrameFacts | undefined;
}

/** Formats in the merchant's language and the shop's time zone. Instants are ISO 8601 texts. */
export function useFormats() {
  const language = useLanguage();
  const timezone = useFrameFacts()?.timezone ?? 'UTC';
  return {
    /** See {@link formatMoment}. */
    moment: (instant: string, to?: 'day' | 'minute' | 'second') =>
      formatMoment(instant, { timezone, language, to }),
    /** See {@link formatAge}. Only in what is streamed: the server's age would not be the browser's. */
    age: (instant: string) => formatAge(instant, { now: new Date().toISOString(), language }),
    /** See {@link formatDuration}. */
    duration: (milliseconds: number) => formatDuration(milliseconds, language),
    /** See {@link formatNumber}. */
    number: (value: number, decimals?: number) => formatNumber(value, language, decimals),
    /** See {@link formatShare}. */
    share: (share: number) => formatShare(share, language),
  };
}
