import { expect, test } from 'vitest';
import { EVENT, INBOX_CODES } from '#app/features/inbox/shape.ts';
import { obstacleText } from '#app/words/say.ts';
import { speakWords } from '#app/words/speak.ts';

test.each(['en', 'fr'] as const)(
  'whatever an event fails by is said in words, with each parameter (%s)',
  (language) => {
    const words = speakWords(language);
    for (const [code, names] of Object.entries(INBOX_CODES)) {
      const params = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
      const said = obstacleText(words, { source: EVENT, causes: [{ code, params }] });
      expect(said).not.toContain(code.replaceAll('_', ' '));
      for (const name of names) expect(said).toContain(`<${name}>`);
    }
  },
);
