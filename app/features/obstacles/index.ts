export { type AttemptedWork, attemptWork, MOST_ATTEMPTS, type WorkFailure } from './attempts.ts';
export {
  causesJson,
  createObstacles,
  hasObstacle,
  idsWithObstacle,
  type ObstacleClient,
  type Obstacles,
  obstaclesOf,
  parseCauses,
  parseObstacles,
  type StandingObstacle,
} from './obstacles.ts';
export type {
  Causes,
  Obstacle,
  ObstacleKey,
  ObstacleMessage,
  RaisedObstacle,
  Remedy,
  Severity,
  Subject,
} from './shape.ts';
export { TABLES } from './tables.ts';
