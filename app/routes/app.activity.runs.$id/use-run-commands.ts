import { useTranslation } from 'react-i18next';
import { commandsFor, type RunCommand, type RunSummary } from '#app/features/runs/shape.ts';
import { useMessageFetcher } from '#app/ui/use-message-fetcher.ts';

/** What the action of a run's page answers: whether the run was in a state for it; null when that is not known. */
export interface CommandAnswer {
  isDone: boolean | null;
}

/** What a person can do to a run, as actions of its page. */
export function useRunCommands({ id, state }: Pick<RunSummary, 'id' | 'state'>) {
  const { t } = useTranslation('activity');
  const fetcher = useMessageFetcher<CommandAnswer>(({ isDone }) => {
    if (isDone === null) return { text: t('run.failedToAsk'), isError: true };
    return { text: t(isDone ? 'run.accepted' : 'run.unchanged') };
  });
  const target = {
    method: 'post',
    encType: 'application/json',
    action: `/app/activity/runs/${id}`,
  } as const;
  return commandsFor(state).map((command: RunCommand) => ({
    content: t(`run.${command}`),
    destructive: command === 'cancel',
    loading: fetcher.state !== 'idle',
    onAction: () => fetcher.submit({ command }, target),
  }));
}
