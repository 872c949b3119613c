export const documentation = {
  title: 'Documentation',
} as const;
