import { useTranslation } from 'react-i18next';
import type { ObstacleMessage } from '#app/features/obstacles/index.ts';
import { obstacleText, obstacleTitle } from '#app/words/say.ts';

/** Words obstacles in the merchant's language: what happened, what it means for shoppers, what to do. */
export function useObstacleText(): (obstacle: ObstacleMessage) => string {
  const { i18n } = useTranslation();
  return (obstacle) => obstacleText(i18n, obstacle);
}

/** What is in the way, in a few words. */
export function useObstacleTitle(): (obstacle: { source: string; name?: string }) => string {
  const { i18n } = useTranslation();
  return (obstacle) => obstacleTitle(i18n, obstacle);
}
