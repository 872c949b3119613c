import type { Obstacle, ObstacleMessage } from '#app/features/obstacles/shape.ts';

/** What is to be said of an obstacle, and nothing else of it. */
export function obstacleMessage({ source, causes }: Obstacle): ObstacleMessage {
  return { source, causes };
}
