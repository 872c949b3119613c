import { json } from '@remix-run/node';
import { type ClientActionFunctionArgs, useLoaderData } from '@remix-run/react';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/server-runtime';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { isLive, RUN_COMMANDS } from '#app/features/runs/shape.ts';
import { useWords } from '#app/ui/activity/use-words.ts';
import { AppPage } from '#app/ui/app-page.tsx';
import { answered } from '#app/ui/form/answered.ts';
import { readJson } from '#app/ui/form/read-json.ts';
import { merchant } from '#app/ui/merchant.ts';
import { notFound } from '#app/ui/not-found.ts';
import { useRefresh } from '#app/ui/use-refresh.ts';
import { RunView } from './run-view.tsx';
import { type CommandAnswer, useRunCommands } from './use-run-commands.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await merchant(args);
  const id = z.uuid().safeParse(args.params.id);
  const run = id.success ? await services.runs.read(shop, id.data) : null;
  if (!run) throw notFound();
  return json({ run });
}

const asked = z.object({ command: z.enum(RUN_COMMANDS) });

export async function action(args: ActionFunctionArgs) {
  const { shop, services } = await merchant(args);
  const id = z.uuid().safeParse(args.params.id);
  const body = await readJson(args.request, asked);
  if (!id.success || body.isErr()) return json<CommandAnswer>({ isDone: null }, { status: 400 });
  return json<CommandAnswer>({ isDone: await services.runs.control(shop, id.data, body.value.command) });
}

export function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<CommandAnswer> {
  return answered(() => serverAction<CommandAnswer>(), { isDone: null });
}

export default function RunRoute() {
  const { t } = useTranslation('activity');
  const words = useWords();
  const { run } = useLoaderData<typeof loader>();
  useRefresh(isLive(run.state) && run.state !== 'paused');
  return (
    <AppPage
      title={words.kind(run.kind)}
      backAction={{ content: t('title'), url: '/app/activity?list=jobs' }}
      secondaryActions={useRunCommands(run)}
    >
      <RunView run={run} />
    </AppPage>
  );
}
