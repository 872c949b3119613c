import { expect, test } from 'vitest';
import { backOfficeUrl } from '#app/features/orders/views/back-office-url.ts';

test.each([
  ['https://api.onestock-retail.com', 'https://admin.onestock-retail.com/s100/order/detail/1001'],
  [
    'https://api-qualif.onestock-retail.com',
    'https://admin-qualif.onestock-retail.com/s100/order/detail/1001',
  ],
  [
    'https://s100.api.qualif.onestock-retail.com',
    'https://admin.qualif.onestock-retail.com/s100/order/detail/1001',
  ],
  ['http://127.0.0.1:4000', undefined],
  ['https://api.onestock-retail.com.evil.example', undefined],
  ['nonsense', undefined],
])('an order of a site at %s is in the back office at %s', (host, expected) => {
  expect(backOfficeUrl({ host, siteId: 's100' }, '1001')).toBe(expected);
});

test('an id cannot lead to another page', () => {
  expect(backOfficeUrl({ host: 'https://api.onestock-retail.com', siteId: 's100' }, '../x?y')).toBe(
    'https://admin.onestock-retail.com/s100/order/detail/..%2Fx%3Fy',
  );
});
