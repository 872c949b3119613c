import type { Settings } from '../settings.ts';
import type { Alert, Webhook } from './types.ts';

/** What becomes of a webhook when a try is over. */
interface Tries {
  acknowledged(webhook: Webhook): void;
  /** Answers after how many milliseconds the same message is due again, or null when it is not. */
  failed(webhook: Webhook): number | null;
  alerts: Alert[];
}

/**
 * A webhook pauses by itself while a message is retried; people are told at the third failed try, and when a later one works; when the
 * retries are used up it is disabled: https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/620429319/Webhook+configuration
 * A webhook that a person has paused or disabled while a message was under way stays so.
 */
export function createTries(settings: Settings, now: () => Date): Tries {
  const alerts: Alert[] = [];
  const tell = ({ id }: Webhook, name: Alert['name']) => void alerts.push({ name, webhookId: id, at: now() });
  return {
    alerts,
    acknowledged(webhook) {
      if (webhook.isAlerted) tell(webhook, 'webhook_failure_recovered');
      if (webhook.isRetrying) webhook.status = 'enabled';
      Object.assign(webhook, { current: null, failedTries: 0, isRetrying: false, isAlerted: false });
    },
    failed(webhook) {
      webhook.failedTries += 1;
      if (webhook.failedTries === settings.retriesUntilFailure) {
        webhook.isAlerted = true;
        tell(webhook, 'webhook_failure');
      }
      if (webhook.status !== 'enabled' && !webhook.isRetrying) return null;
      const waitSeconds = settings.retryIntervalsSeconds[webhook.failedTries - 1];
      if (waitSeconds === undefined) {
        Object.assign(webhook, { status: 'disabled', isRetrying: false });
        tell(webhook, 'webhook_deactivation');
        return null;
      }
      Object.assign(webhook, { status: 'paused', isRetrying: true });
      return waitSeconds * 1000;
    },
  };
}
