import { err, ok, type Result } from 'neverthrow';
import { onePageRun, type RunFailure, type RunKind } from '#app/features/runs/index.ts';
import { checkAccount } from './check-account.ts';
import type { OneStockAccountDependencies } from './dependencies.ts';
import type { ConnectionDiagnosis } from './diagnosis.ts';
import { mirrorRun } from './mirror-endpoints.ts';
import { ensureWebhook, rotateWebhookKey } from './onestock-webhook/ensure-webhook.ts';
import type { AccountRun } from './shape.ts';

/** What this feature does in runs. What each of them fails by has an obstacle of its own. */
export function accountRuns(dependencies: OneStockAccountDependencies): RunKind[] {
  return [
    mirrorRun(dependencies),
    onePageRun(named('check_account'), async (shop) =>
      (await checkAccount(dependencies, shop)).andThen(unlessFailing),
    ),
    onePageRun(named('ensure_webhook'), (shop) => ensureWebhook(dependencies, shop)),
    onePageRun(named('rotate_webhook_key'), (shop) => rotateWebhookKey(dependencies, shop)),
  ];
}

function named(kind: AccountRun) {
  return { kind, givenUpCode: `${kind}_given_up`, hasOwnObstacles: true };
}

/** An account that fails is looked at again within minutes: its run does not try again by itself. */
function unlessFailing({ state, fault }: ConnectionDiagnosis): Result<void, RunFailure> {
  return state === 'fails' ? err({ code: fault ?? 'onestock_failed', retryable: false }) : ok();
}
