import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/server-runtime';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { languageOf } from '#app/words/languages.ts';
import { texts as english } from './ui/i18n/en/index.ts';
import { texts as french } from './ui/i18n/fr/index.ts';
import { speak } from './ui/i18n/texts.ts';

/** Parts of a page that have not arrived by then are given up, milliseconds. */
export const streamTimeout = 5_000;
/** Time to send the error states of those parts, milliseconds. */
const FLUSH_MS = 1_000;

/** One speaker a language for all documents: its language and its texts never change. */
const SPEAKERS = { en: speak(english), fr: speak(french) };

/** Renders a document in the merchant's language: the frame of the page at once, its slow parts as they arrive. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { shopify, log }: AppLoadContext,
): Promise<Response> {
  shopify.addDocumentResponseHeaders(request, headers);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const readyEvent = isbot(request.headers.get('user-agent') ?? '') ? 'onAllReady' : 'onShellReady';

  return new Promise((resolve, reject) => {
    let responseStatus = status;
    const document = (
      <I18nextProvider i18n={SPEAKERS[languageOf(request)]}>
        <RemixServer context={remixContext} url={request.url} />
      </I18nextProvider>
    );
    const { pipe, abort } = renderToPipeableStream(document, {
      [readyEvent]: () => {
        const body = new PassThrough();
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: responseStatus }));
        pipe(body);
      },
      onShellError: reject,
      onError: (err) => {
        responseStatus = 500;
        if (!request.signal.aborted) log.error({ err }, 'a page could not be rendered whole');
      },
    });
    setTimeout(abort, streamTimeout + FLUSH_MS).unref();
  });
}

/** Faults of loaders and actions. What they throw on purpose is a Response and does not come here. */
export const handleError: HandleErrorFunction = (err, { request, context }) => {
  if (!request.signal.aborted)
    context.log.error({ err, path: new URL(request.url).pathname }, 'a page failed');
};
