import { isAscii, isUtf8 } from 'node:buffer';
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

const LARGEST_BODY_BYTES = 1024 * 1024;

/** A request at the checkout door whose headers have come, and whose body may not have. */
export interface RateCall {
  /** The end of the path. */
  token: string;
  /** A header by its name in small letters; null when there is none. */
  header(name: string): string | null;
  /** The raw bytes; `too_large` as soon as more than `limitBytes` have come, `broken_off` when the caller hung up before the last one. */
  readBody(limitBytes: number): Promise<Uint8Array | 'too_large' | 'broken_off'>;
  hasHungUp(): boolean;
}

/** What is answered: JSON, in ASCII. */
export interface RateReply {
  status: number;
  body: string;
}

/**
 * Shopify's rate request: `POST /carrier-rates/{token}`, the token being the shop's own secret.
 *
 * Answers 200 with rates (an empty list only deliberately), 503 when there is nothing to show, so that Shopify shows the shop's backup rates, and a
 * 4xx with a reason for what is not a rate request of this shop. Shopify is seen to sign the raw body like a webhook, but does not
 * document it: a shop can be set to `report`, where a failing signature raises an obstacle and nothing more. The deadline counts from
 * the moment this function is called. What was shown is recorded after the answer.
 */
export function carrierRates(dependencies: {
  promises: DeliveryPromises;
  /** The app's current secret, and the previous one while it is rotated. */
  secrets: readonly string[];
  clock: Clock;
  log: Logger;
}): (call: RateCall) => Promise<RateReply> {
  const { promises, secrets, clock, log } = dependencies;

  return async ({ token, header, readBody, hasHungUp }) => {
    const arrival = { receivedAt: clock.now(), stopwatch: startStopwatch() };
    try {
      const snapshot = await promises.snapshots.byCarrierToken(token);
      arrival.stopwatch.lap('configuration');
      if (snapshot === null) {
        promises.noteRefusal('unknown_carrier_service');
        return refuse(404, 'unknown_carrier_service', 'No shop has a carrier service at this address.');
      }
      const body = await readBody(LARGEST_BODY_BYTES);
      arrival.stopwatch.lap('body');
      if (body === 'too_large') {
        promises.noteRefusal('too_large');
        return refuse(413, 'too_large', 'A rate request has at most 1 MB.');
      }
      if (body === 'broken_off') {
        promises.noteRefusal('broken_off');
        return refuse(400, 'broken_off', 'The rate request ended before its last byte.');
      }

      const { domain, signatureMode } = snapshot.shop;
      const isSigned = verifyHmacBase64(body, header('x-shopify-hmac-sha256'), secrets);
      setImmediate(() => promises.noteSignature(domain, isSigned));
      if (!isSigned && signatureMode === 'require') {
        promises.noteRefusal('signature_invalid');
        log.warn({ shop: domain, code: 'signature_invalid' }, 'a rate request was refused');
        return refuse(401, 'signature_invalid', 'The signature of the rate request is missing or wrong.');
      }
      if (header('x-shopify-shop-domain')?.toLowerCase() !== domain) {
        promises.noteRefusal('unknown_shop');
        return refuse(404, 'unknown_shop', 'This address belongs to another shop than the request names.');
      }
      const parsed = parse(body);
      arrival.stopwatch.lap('parse');
      const answer =
        'fault' in parsed
          ? promises.refuseRates(snapshot, parsed.fault, arrival)
          : await promises.answerRates(snapshot, parsed.request, arrival);
      const reply =
        'fault' in parsed ? refuse(400, parsed.fault.code, parsed.fault.message) : replyOf(answer);
      arrival.stopwatch.lap('serialize');
      const spent = {
        durationMs: arrival.stopwatch.elapsedMs(),
        phasesMs: arrival.stopwatch.phasesMs,
        wasAborted: hasHungUp(),
      };
      // After this function returned, so that the answer is on its way first.
      setImmediate(() => promises.record(answer, spent));
      return reply;
    } catch (error) {
      promises.noteRefusal('internal_error');
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
    json = JSON.parse(textOf(body));
  } catch {
    return { fault: { code: 'not_json', message: 'The rate request is not JSON.' } };
  }
  const parsed = parseRateRequest(json);
  return 'fault' in parsed ? { fault: { code: 'not_a_rate_request', message: parsed.fault } } : parsed;
}

/** @throws SyntaxError unless the bytes are UTF-8 */
function textOf(body: Uint8Array): string {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (!isUtf8(bytes)) throw new SyntaxError('Not UTF-8.');
  return bytes.toString();
}

function replyOf({ prepared, body }: RateAnswer): RateReply {
  return prepared.status === 200
    ? { status: 200, body }
    : refuse(503, 'no_rates', 'No delivery option can be shown now.');
}

function refuse(status: number, code: string, message: string): RateReply {
  return { status, body: JSON.stringify({ error: code, message }) };
}
