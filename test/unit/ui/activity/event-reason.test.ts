import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, test } from 'vitest';
import { useEventReason } from '#app/routes/app.activity.events.$id/use-event-reason.ts';
import { texts as english } from '#app/ui/i18n/en/index.ts';
import { texts as french } from '#app/ui/i18n/fr/index.ts';
import { speak } from '#app/ui/i18n/texts.ts';

type Failed = Parameters<ReturnType<typeof useEventReason>>[0];

const FAILED = { state: 'waiting', failure: { code: 'shopify_throttled' } } as const;
const GIVEN_UP = { ...FAILED, state: 'needs_attention', gaveUpAfter: 10 } as const;
const DISMISSED = { ...GIVEN_UP, state: 'dismissed' } as const;

function Reason({ event }: { event: Failed }) {
  return useEventReason()(event);
}

function reasonIn(texts: Parameters<typeof speak>[0], event: Failed): string {
  return renderToStaticMarkup(
    createElement(I18nextProvider, { i18n: speak(texts) }, createElement(Reason, { event })),
  );
}

test('an event that was given up says so, and what to do about it, in the language of the page', () => {
  expect(reasonIn(english, GIVEN_UP)).toBe(
    'An event could not be handled. Shopify’s limit of requests was reached. It was tried 10 times and is not tried again by itself. ' +
      'If it is about an order, the order may lack its delivery promise or not be up to date in OneStock. ' +
      'Try it again. If it fails again and nothing is missing, dismiss it.',
  );
  expect(reasonIn(french, GIVEN_UP)).toContain(
    'Après 10 essais, l’application ne réessaie plus d’elle-même.',
  );
});

test('an event that was dismissed says why it failed, and asks for nothing', () => {
  expect(reasonIn(english, DISMISSED)).toBe(
    'An event could not be handled. Shopify’s limit of requests was reached. It was tried 10 times and is not tried again by itself.',
  );
});

test('an event that is tried again says why it failed alone, and one that did not fail says nothing', () => {
  expect(reasonIn(english, FAILED)).toBe(
    'Shopify’s limit of requests was reached. The app tries again by itself.',
  );
  expect(reasonIn(french, { state: 'done' })).toBe('');
});
