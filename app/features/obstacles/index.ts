export { type AttemptedWork, attemptWork, MOST_ATTEMPTS, type WorkFailure } from './attempts.ts';
export {
  causesJson,
  createObstacles,
  hasObstacle,
  type ObstacleClient,
  type Obstacles,
  parseCauses,
} from './obstacles.ts';
export type {
  Causes,
  Obstacle,
  ObstacleKey,
  RaisedObstacle,
  Remedy,
  Severity,
  Subject,
  ToldObstacle,
} from './shape.ts';
