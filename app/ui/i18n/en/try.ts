export const tryIt = {
  title: 'Try it',
} as const;
