import { describe, expect, it } from 'vitest';
import { connectionTo, gatewayFor, sendJson, startFakeSiteWithLogin } from '../fake-site.ts';

const listOfNothing = { sales_channels: [] };

describe('the address behind an allowed host', () => {
  it('is refused when connecting if the name leads to this machine', async () => {
    const site = await startFakeSiteWithLogin((_, response) => sendJson(response, listOfNothing));
    const port = site.host.split(':')[1];
    const { gateway } = gatewayFor([`rebound.example:${port}`], {
      policy: { allowPrivateAddresses: false },
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    });
    const error = (
      await gateway.salesChannels(connectionTo(`http://rebound.example:${port}`))
    )._unsafeUnwrapErr();
    expect(error).toMatchObject({ code: 'onestock_host_refused', retryable: false });
    expect(error.broken?.at).toBe('address');
    expect(site.received).toHaveLength(0);
  });

  it('is looked at again for each new connection', async () => {
    const answers = ['203.0.113.9', '127.0.0.1'];
    const asked: string[] = [];
    const { gateway } = gatewayFor(['rebound.example'], {
      policy: { allowPrivateAddresses: false },
      resolve: async (hostname) => {
        asked.push(hostname);
        return [{ address: answers[asked.length - 1] ?? '::1', family: 4 }];
      },
    });
    for (const _ of answers) {
      const answer = await gateway.salesChannels(connectionTo('https://rebound.example'));
      expect(answer._unsafeUnwrapErr().code).toBe('onestock_host_refused');
    }
    expect(asked).toEqual(['rebound.example', 'rebound.example']);
  });

  it('is checked for a host that OneStock owns, too', async () => {
    const { gateway } = gatewayFor([], {
      policy: { allowPrivateAddresses: false },
      resolve: async () => [
        { address: '10.0.0.5', family: 4 },
        { address: '::ffff:10.0.0.5', family: 6 },
      ],
    });
    const answer = await gateway.check(connectionTo('https://s100.api.onestock-retail.com'));
    expect(answer._unsafeUnwrapErr().code).toBe('onestock_host_refused');
  });

  it('is called when configuration allows private addresses', async () => {
    const site = await startFakeSiteWithLogin((_, response) => sendJson(response, listOfNothing));
    const port = site.host.split(':')[1];
    const { gateway } = gatewayFor([`inside.example:${port}`], {
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    });
    const answer = await gateway.salesChannels(connectionTo(`http://inside.example:${port}`));
    expect(answer._unsafeUnwrap()).toEqual([]);
  });

  it('makes a host unreachable, not refused, when the name is unknown', async () => {
    const { gateway } = gatewayFor(['typo.example'], {
      resolve: async () => Promise.reject(Object.assign(new Error('unknown'), { code: 'ENOTFOUND' })),
    });
    const error = (await gateway.check(connectionTo('https://typo.example')))._unsafeUnwrapErr();
    expect(error).toMatchObject({ code: 'onestock_unreachable', retryable: true });
    expect(error.broken).toEqual({ at: 'dns', code: 'ENOTFOUND' });
  });
});

it('a host that the policy does not allow is never called', async () => {
  const site = await startFakeSiteWithLogin((_, response) => sendJson(response, listOfNothing));
  const { gateway } = gatewayFor([]);
  const answer = await gateway.salesChannels(connectionTo(site.origin));
  expect(answer._unsafeUnwrapErr().code).toBe('onestock_host_refused');
  expect(site.received).toHaveLength(0);
});
