import { useTranslation } from 'react-i18next';
import type { EventState } from '#app/features/inbox/index.ts';
import type { JobState } from '#app/features/runs/index.ts';
import type { RunState } from '#app/features/runs/shape.ts';
import { type Status, StatusBadge } from '../status-badge.tsx';

const OF_EVENTS: Record<EventState, Status> = {
  waiting: 'waiting',
  done: 'works',
  needs_attention: 'attention',
  dismissed: 'off',
};
const OF_JOBS: Record<JobState, Status> = {
  running: 'waiting',
  waiting: 'waiting',
  failing: 'attention',
  given_up: 'fails',
};
const OF_RUNS: Record<RunState, Status> = {
  waiting: 'waiting',
  running: 'waiting',
  paused: 'attention',
  cancelling: 'attention',
  done: 'works',
  failed: 'fails',
  cancelled: 'off',
};

/** The state of an event. */
export function EventStateBadge({ state }: { state: EventState }) {
  const { t } = useTranslation('activity');
  return <StatusBadge status={OF_EVENTS[state]} label={t(`eventStates.${state}`)} />;
}

export function JobStateBadge({ state }: { state: JobState }) {
  const { t } = useTranslation('activity');
  return <StatusBadge status={OF_JOBS[state]} label={t(`jobStates.${state}`)} />;
}

export function RunStateBadge({ state }: { state: RunState }) {
  const { t } = useTranslation('activity');
  return <StatusBadge status={OF_RUNS[state]} label={t(`runStates.${state}`)} />;
}
