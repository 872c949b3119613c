import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, test } from 'vitest';
import { useEventReason } from '#app/ui/activity/use-event-reason.ts';
import { texts as english } from '#app/ui/i18n/en/index.ts';
import { texts as french } from '#app/ui/i18n/fr/index.ts';
import { speak } from '#app/ui/i18n/texts.ts';

type Failed = Parameters<ReturnType<typeof useEventReason>>[0];

const FAILED = { reason: 'Shopify refused it.', reasonCode: 'shopify_refused' };
const GIVEN_UP = { ...FAILED, gaveUpAfter: 10 };

function Reason({ event }: { event: Failed }) {
  return useEventReason()(event);
}

function reasonIn(texts: Parameters<typeof speak>[0], event: Failed): string {
  return renderToStaticMarkup(
    createElement(I18nextProvider, { i18n: speak(texts) }, createElement(Reason, { event })),
  );
}

test('an event that was given up says so, in the language of the page', () => {
  expect(reasonIn(english, GIVEN_UP)).toBe(
    'Shopify refused it. It was tried 10 times and is not tried again by itself.',
  );
  expect(reasonIn(french, GIVEN_UP)).toBe(
    'Shopify l’a refusé. Après 10 essais, l’application ne réessaie plus d’elle-même.',
  );
});

test('an event that is tried again says why it failed alone, and one that did not fail says nothing', () => {
  expect(reasonIn(english, FAILED)).toBe('Shopify refused it.');
  expect(reasonIn(french, {})).toBe('');
});
