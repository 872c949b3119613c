/** `given_up`: all attempts are used up. */
export type JobState = 'running' | 'waiting' | 'failing' | 'given_up';

/** A job of the shop that is not done yet. Plain JSON, instants as ISO 8601. */
export interface ShopJob {
  id: string;
  /** Its name in the queue, such as `prepare-shop`. */
  task: string;
  state: JobState;
  /** The order that it is about, by its name or else its id. */
  order?: string;
  /** When its turn comes. */
  runAt: string;
  attempts: number;
  maxAttempts: number;
  /** The code of what the last attempt failed by. */
  reason?: string;
}
