import type { Obstacle, ToldObstacle } from '#app/features/obstacles/shape.ts';

/** What is to be said of an obstacle, and nothing else of it. */
export function toldObstacle({ source, causes }: Obstacle): ToldObstacle {
  return { source, causes };
}
