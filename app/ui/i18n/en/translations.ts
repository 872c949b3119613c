export const translations = {
  title: 'Translations',
} as const;
