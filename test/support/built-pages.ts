import { ensureBuild } from '#sandbox/build.ts';

/** Builds the pages once, before test files run side by side: two builds at a time would tear each other's output. */
export default async function buildPages(): Promise<void> {
  await ensureBuild();
}
