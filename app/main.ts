import { runApp } from './run.ts';

await runApp('all');
