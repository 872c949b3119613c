import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { refused, saved } from '#app/ui/form/answer.ts';
import { keepTyped } from '#app/ui/form/keep-typed.ts';
import { readJson } from '#app/ui/form/read-json.ts';

const schema = z.object({
  host: z.string().min(1, 'Enter the host.'),
  steps: z.array(
    z.object({
      amount: z.string().refine((text) => !text.startsWith('-'), { params: { code: 'negative' } }),
    }),
  ),
});
const read = (body: string) => readJson(new Request('https://app.test/', { method: 'POST', body }), schema);

describe('the body of an action', () => {
  test('comes as the schema describes it', async () => {
    const body = { host: 'api', steps: [{ amount: '1' }] };
    expect((await read(JSON.stringify(body)))._unsafeUnwrap()).toEqual(body);
  });

  test('that is otherwise comes back as errors by path, with the schema’s own codes where it has them', async () => {
    const errors = (await read('{"host":"","steps":[{"amount":"1"},{"amount":"-1"}]}'))._unsafeUnwrapErr();
    expect(errors).toEqual([
      { field: 'host', code: 'invalid' },
      { field: 'steps.1.amount', code: 'negative' },
    ]);
  });

  test.each(['', 'no json', 'null', '[]'])('that is no object is refused as a whole: %j', async (body) => {
    expect((await read(body))._unsafeUnwrapErr()).toMatchObject([{ field: undefined, code: 'invalid' }]);
  });
});

describe('a form’s action', () => {
  const acted = (serverAction: () => Promise<unknown>) =>
    keepTyped({ serverAction } as unknown as Parameters<typeof keepTyped>[0]);

  test('that answers is heard', async () => {
    expect(await acted(async () => saved().json())).toEqual({ saved: true });
    const errors = [{ field: 'host', code: 'unknown_host', message: 'No such host.' }];
    expect(await acted(async () => refused(errors).json())).toEqual({ saved: false, errors });
  });

  test.each([new TypeError('Failed to fetch'), new Response(null, { status: 500 })])(
    'that fails or is not reached refuses, so that the page stays',
    async (fault) => {
      expect(await acted(() => Promise.reject(fault))).toMatchObject({
        saved: false,
        errors: [{ code: 'not_saved' }],
      });
    },
  );

  test('may lead to another page', async () => {
    const redirect = new Response(null, { status: 302, headers: { Location: '/app/options' } });
    await expect(acted(() => Promise.reject(redirect))).rejects.toBe(redirect);
  });
});
