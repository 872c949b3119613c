import { isUtf8 } from 'node:buffer';
import {
  type DeliveryPromises,
  parseRateRequest,
  type RateAnswer,
  type RateRequest,
} from '#app/features/promise/index.ts';
import type { Clock } from '#app/platform/clock.ts';
import { verifyHmacBase64 } from '#app/platform/crypto/index.ts';
import type { Logger } from '#app/platform/log.ts';
import { startStopwatch } from '#app/platform/stopwatch.ts';
import { readBody } from './read-body.ts';
import { refuse } from './refuse.ts';

const LARGEST_BODY_BYTES = 1024 * 1024;

/**
 * Shopify's rate request: `POST /carrier-rates/{token}`, the token being the shop's own secret.
 *
 * Answers 200 with rates (an empty list only deliberately), 503 when there is nothing to show, so that Shopify shows the shop's backup rates, and a
 * 4xx with a reason for what is not a rate request of this shop. Shopify is seen to sign the raw body like a webhook, but does not
 * document it: a shop can be set to `report`, where a failing signature raises a problem and nothing more. The deadline counts from
 * the moment this function is called. What was shown is recorded after the answer.
 */
export function carrierRates(dependencies: {
  promises: DeliveryPromises;
  /** The app's current secret, and the previous one while it is rotated. */
  secrets: readonly string[];
  clock: Clock;
  log: Logger;
}): (request: Request, token: string, hasHungUp: () => boolean) => Promise<Response> {
  const { promises, secrets, clock, log } = dependencies;

  return async (request, token, hasHungUp) => {
    const arrival = { receivedAt: clock.now(), stopwatch: startStopwatch() };
    try {
      const snapshot = await promises.snapshots.byCarrierToken(token);
      arrival.stopwatch.lap('configuration');
      if (snapshot === null) {
        promises.noteRefusal('unknown_carrier_service');
        return refuse(404, 'unknown_carrier_service', 'No shop has a carrier service at this address.');
      }
      const body = await readBody(request, LARGEST_BODY_BYTES);
      arrival.stopwatch.lap('body');
      if (body === 'too_large') {
        promises.noteRefusal('too_large');
        return refuse(413, 'too_large', 'A rate request has at most 1 MB.');
      }

      const { domain, signatureMode } = snapshot.shop;
      const isSigned = verifyHmacBase64(body, request.headers.get('x-shopify-hmac-sha256'), secrets);
      setImmediate(() => promises.noteSignature(domain, isSigned));
      if (!isSigned && signatureMode === 'require') {
        promises.noteRefusal('signature_invalid');
        log.warn({ shop: domain, code: 'signature_invalid' }, 'a rate request was refused');
        return refuse(401, 'signature_invalid', 'The signature of the rate request is missing or wrong.');
      }
      if (request.headers.get('x-shopify-shop-domain')?.toLowerCase() !== domain) {
        promises.noteRefusal('unknown_shop');
        return refuse(404, 'unknown_shop', 'This address belongs to another shop than the request names.');
      }
      const parsed = parse(body);
      arrival.stopwatch.lap('parse');
      const answer =
        'fault' in parsed
          ? promises.refuseRates(snapshot, parsed.fault, arrival)
          : await promises.answerRates(snapshot, parsed.request, arrival);
      const response =
        'fault' in parsed ? refuse(400, parsed.fault.code, parsed.fault.message) : responseOf(answer);
      arrival.stopwatch.lap('serialize');
      const spent = {
        durationMs: arrival.stopwatch.elapsedMs(),
        phasesMs: arrival.stopwatch.phasesMs,
        wasAborted: hasHungUp(),
      };
      // After this function returned, so that the answer is on its way first.
      setImmediate(() => promises.record(answer, spent));
      return response;
    } catch (error) {
      log.error(
        { err: error as Error, route: '/carrier-rates' },
        'a rate request failed; Shopify shows backup rates',
      );
      return refuse(503, 'no_rates', 'No delivery option can be shown now.');
    }
  };
}

function parse(body: Uint8Array): { request: RateRequest } | { fault: { code: string; message: string } } {
  let json: unknown;
  try {
    if (!isUtf8(body)) throw new SyntaxError('Not UTF-8.');
    json = JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString());
  } catch {
    return { fault: { code: 'not_json', message: 'The rate request is not JSON.' } };
  }
  const parsed = parseRateRequest(json);
  return 'fault' in parsed ? { fault: { code: 'not_a_rate_request', message: parsed.fault } } : parsed;
}

function responseOf({ prepared, body }: RateAnswer): Response {
  return prepared.status === 200
    ? new Response(body, { headers: { 'content-type': 'application/json' } })
    : refuse(503, 'no_rates', 'No delivery option can be shown now.');
}
