import { describe, expect, it } from 'vitest';
import { renderTemplate, textFor, usableLocale } from '#app/features/delivery-options/index.ts';
import { templateFault } from '#app/features/delivery-options/template.ts';

describe('a template', () => {
  it.each([
    ['Delivered {eta}[, order before {cutoff}]', { eta: 'Monday' }, 'Delivered Monday'],
    [
      'Delivered {eta}[, order before {cutoff}]',
      { eta: 'Monday', cutoff: '4 pm' },
      'Delivered Monday, order before 4 pm',
    ],
    ['Delivered {eta}', {}, ''],
    ['[Delivered {eta}][ by {carrier}]', { carrier: 'UPS' }, 'by UPS'],
    ['[Ready {eta}][, order before {cutoff}][, {city}]', { city: 'Toulouse' }, 'Toulouse'],
    ['– {store} –', { store: 'Capitole' }, '– Capitole –'],
    ['No placeholder', {}, 'No placeholder'],
  ])('%j with %j reads %j', (template, values, text) => {
    expect(renderTemplate(template, values)).toBe(text);
  });

  it.each([
    ['{price}', { code: 'placeholder_unknown', params: { placeholder: '{price}', allowed: '{eta}' } }],
    ['{eta', { code: 'curly_unbalanced', params: {} }],
    ['[[{eta}]]', { code: 'bracket_nested', params: {} }],
    ['[{eta}', { code: 'bracket_not_closed', params: {} }],
    ['{eta}]', { code: 'bracket_not_opened', params: {} }],
  ])('%j is refused when it is saved', (template, fault) => {
    expect(templateFault(template, ['eta'])).toEqual(fault);
  });
});

describe('the shopper’s language', () => {
  const texts = { en: 'Standard', fr: 'Standard (fr)', 'fr-CA': 'Standard (ca)', 'zh-Hant': 'Standard (zh)' };
  it.each([
    ['fr-CA', 'Standard (ca)', 'fr-CA'],
    ['fr-FR', 'Standard (fr)', 'fr-FR'],
    ['zh-Hant-TW', 'Standard (zh)', 'zh-Hant-TW'],
    ['de', 'Standard', 'en-GB'],
  ])('%s reads %s, with dates as in %s', (locale, text, dates) => {
    expect(textFor(texts, locale, 'en-GB')).toEqual({ text, locale: dates });
  });

  it('is any text when neither the language nor the shop’s own is there', () => {
    expect(textFor({ it: 'Consegna' }, 'ja', 'en')).toEqual({ text: 'Consegna', locale: 'it' });
    expect(textFor({}, 'ja', 'en')).toBeNull();
  });

  it('falls back to the shop’s when it is none that exists', () => {
    expect([usableLocale('fr_FR!', 'en'), usableLocale(null, 'en'), usableLocale('pt-br', 'en')]).toEqual([
      'en',
      'en',
      'pt-BR',
    ]);
  });
});
