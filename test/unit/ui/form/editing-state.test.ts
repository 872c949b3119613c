import { describe, expect, test } from 'vitest';
import { type EditingEvent, edit, isDirty, startEditing } from '#app/ui/form/editing-state.ts';

interface Account {
  host: string;
  password: string;
  steps: { amount: string }[];
}

const loaded: Account = { host: 'api', password: '', steps: [{ amount: '1' }] };
const edited = (...events: EditingEvent<Account>[]) => events.reduce(edit<Account>, startEditing(loaded));
const typed = (change: Partial<Account>): EditingEvent<Account> => ({ type: 'typed', change });
const saved = (now: Account): EditingEvent<Account> => ({
  type: 'answered',
  answer: { saved: true },
  loaded: now,
});
const refused: EditingEvent<Account> = {
  type: 'answered',
  answer: {
    saved: false,
    errors: [
      { field: 'host', code: 'unknown_host' },
      { field: 'steps.0.amount', code: 'not_a_price' },
      { code: 'conflict' },
    ],
  },
  loaded,
};

describe('unsaved changes', () => {
  test('are there once something differs, and gone once it is typed back', () => {
    expect(isDirty(edited())).toBe(false);
    expect(isDirty(edited(typed({ host: 'other' })))).toBe(true);
    expect(isDirty(edited(typed({ host: 'other' }), typed({ host: 'api' })))).toBe(false);
    expect(isDirty(edited(typed({ steps: [{ amount: '1' }] })))).toBe(false);
    expect(isDirty(edited(typed({ steps: [{ amount: '2' }] })))).toBe(true);
  });

  test('are taken back by discarding, with what was said of them', () => {
    const state = edited(typed({ host: 'other' }), { type: 'sent' }, refused, { type: 'discarded' });
    expect(state).toMatchObject({ typed: loaded, errors: [] });
  });
});

describe('what was typed', () => {
  test('stays when the save is refused', () => {
    const state = edited(typed({ host: 'other', password: 'secret' }), { type: 'sent' }, refused);
    expect(state.typed).toMatchObject({ host: 'other', password: 'secret' });
    expect(state).toMatchObject({ sent: null, refusals: 1 });
    expect(isDirty(state)).toBe(true);
  });

  test('stays when the page is renewed meanwhile, while an untouched form shows the news', () => {
    const news = { ...loaded, host: 'moved' };
    expect(edited({ type: 'loaded', loaded: news }).typed).toEqual(news);
    expect(edited(typed({ password: 'secret' }), { type: 'loaded', loaded: news }).typed).toEqual({
      ...loaded,
      password: 'secret',
    });
  });

  test('gives way to what was saved: a password is not kept in the page', () => {
    const state = edited(typed({ password: 'secret' }), { type: 'sent' }, saved({ ...loaded, password: '' }));
    expect(state.typed.password).toBe('');
    expect(isDirty(state)).toBe(false);
  });

  test('while the save was under way is kept and not yet saved', () => {
    const now = { ...loaded, host: 'other' };
    const state = edited(
      typed({ host: 'other' }),
      { type: 'sent' },
      typed({ password: 'later' }),
      saved(now),
    );
    expect(state.typed).toEqual({ ...now, password: 'later' });
    expect(isDirty(state)).toBe(true);
  });
});

test('an error goes as soon as its field is changed, and the others stay', () => {
  const state = edited({ type: 'sent' }, refused, typed({ steps: [{ amount: '2' }] }));
  expect(state.errors.map(({ code }) => code)).toEqual(['unknown_host', 'conflict']);
});
