import { html, raw } from 'hono/html';
import { z } from 'zod';
import type { Store } from '../../store/store.ts';
import type { PostalAddress } from '../../store/types.ts';
import { countryName } from './format.ts';
import { type Fragment, renderPage } from './layout.ts';
import { coordinatesOf, countries, places } from './places.ts';
import { orderSummary } from './summary.ts';
import { type Language, texts } from './texts.ts';
import { type Visit, visitPath } from './visits.ts';

const filled = z.string().trim().min(1);
const maybe = z
  .string()
  .trim()
  .default('')
  .transform((text) => text || null);

const addressForm = z.object({
  email: filled,
  country: z.enum(countries),
  firstName: maybe,
  lastName: filled,
  address1: filled,
  zip: filled,
  city: filled,
  province: maybe,
});

export type AddressFields = Partial<Record<keyof z.infer<typeof addressForm>, string | null>>;
type FieldName = keyof AddressFields;

/** Reads the address form; the fields that are missing, or the buyer's contact. */
export function readAddressForm(
  form: Record<string, unknown>,
): { missing: FieldName[] } | { email: string; address: PostalAddress } {
  const parsed = addressForm.safeParse(form);
  if (!parsed.success) return { missing: parsed.error.issues.map(({ path }) => path[0] as FieldName) };
  const { email, ...address } = parsed.data;
  return { email, address: { ...address, ...coordinatesOf(address) } };
}

/** What the form shows at first: what was typed before, or the address of a place that a button names. */
export function initialFields(visit: Visit, placeKey: string | undefined): AddressFields {
  const place = places.find(({ key }) => key === placeKey);
  const { email, address } = visit.contact ?? { email: '', address: null };
  if (!place)
    return {
      country: visit.language === 'en' ? 'GB' : visit.language.toUpperCase(),
      ...textOf(address),
      email,
    };
  return {
    ...textOf(place.address),
    firstName: address?.firstName ?? 'Camille',
    lastName: address?.lastName ?? 'Martin',
    email: email || 'camille@example.com',
  };
}

function textOf(address: PostalAddress | null): AddressFields {
  if (!address) return {};
  const { country, firstName, lastName, address1, zip, city, province } = address;
  return { country, firstName, lastName, address1, zip, city, province };
}

export interface AddressPage {
  store: Store;
  visit: Visit;
  fields: AddressFields;
  missing: FieldName[];
}

export function addressPage({ store, visit, fields, missing }: AddressPage): Fragment {
  const { language, id } = visit;
  const text = texts[language];
  const input = (name: FieldName, label: string, attributes: string) =>
    field({
      name,
      label,
      attributes,
      value: fields[name] ?? '',
      isMissing: missing.includes(name),
      language,
    });
  return renderPage({
    shop: store.shop,
    language,
    title: text.address,
    step: 'address',
    languagePath: visitPath(visit, 'address'),
    main: html`<p class="quick">
        <span>${text.quickFill}</span>
        ${places.map(({ key, name }) => html`<a class="chip" href="${visitPath(visit, 'address')}?place=${key}">${name}</a>`)}
      </p>
      <form method="post" action="${visitPath(visit, 'address')}" data-waiting="${text.waiting}" novalidate>
        <h1>${text.contact}</h1>
        ${input('email', text.email, 'type="email" autocomplete="email" required')}
        <h2>${text.shipTo}</h2>
        ${countryField(fields.country ?? '', language)}
        <div class="pair">
          ${input('firstName', text.firstName, 'autocomplete="given-name"')}
          ${input('lastName', text.lastName, 'autocomplete="family-name" required')}
        </div>
        ${input('address1', text.address1, 'autocomplete="address-line1" required')}
        <div class="pair">
          ${input('zip', text.zip, 'autocomplete="postal-code" required')}
          ${input('city', text.city, 'autocomplete="address-level2" required')}
        </div>
        ${input('province', text.province, 'autocomplete="address-level1"')}
        <div class="actions">
          <a href="/checkout?visit=${id}">${text.backToBag}</a>
          <button>${text.toDelivery}</button>
        </div>
      </form>`,
    aside: orderSummary({ shop: store.shop, language, lines: visit.lines, shippingPrice: null }),
  });
}

interface Field {
  name: FieldName;
  label: string;
  /** HTML of ours, never of a person. */
  attributes: string;
  value: string;
  isMissing: boolean;
  language: Language;
}

function field({ name, label, attributes, value, isMissing, language }: Field): Fragment {
  const text = texts[language];
  const described = isMissing ? `aria-invalid="true" aria-describedby="${name}-error"` : '';
  const hint = attributes.includes('required') ? '' : html` <span class="muted">(${text.optional})</span>`;
  return html`<div class="field">
    <label for="${name}">${label}${hint}</label>
    <input id="${name}" name="${name}" value="${value}" ${raw(`${attributes} ${described}`)} />
    ${isMissing && html`<p class="error" id="${name}-error">${text.required}</p>`}
  </div>`;
}

function countryField(selected: string, language: Language): Fragment {
  const named = countries
    .map((code) => ({ code, name: countryName(code, language) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, language));
  return html`<div class="field">
    <label for="country">${texts[language].country}</label>
    <select id="country" name="country" autocomplete="country">
      ${named.map(
        ({ code, name }) =>
          html`<option value="${code}" ${raw(code === selected ? 'selected' : '')}>${name}</option>`,
      )}
    </select>
  </div>`;
}
