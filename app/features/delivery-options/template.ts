import type { TEMPLATE_CODES } from './shape.ts';

/**
 * Texts with placeholders: `Delivered {eta}[, order before {cutoff}]`. A part in square brackets is left out when a value in it is
 * unknown; a value missing outside brackets leaves out the whole text.
 */

/** The only placeholder of a name: Shopify adds up rates by name, so a name is the same whatever the origin and the day. */
export const NAME_PLACEHOLDERS = ['store'] as const;
export const DESCRIPTION_PLACEHOLDERS = ['eta', 'cutoff', 'carrier', 'store', 'city'] as const;

export type Placeholder = (typeof DESCRIPTION_PLACEHOLDERS)[number];
export type TemplateValues = Partial<Record<Placeholder, string | null>>;

type Part = { text: string } | { placeholder: string } | { optional: Part[] };

/** What is wrong with a template, and what the words of the code name. */
export interface TemplateFault {
  code: keyof typeof TEMPLATE_CODES;
  params: { placeholder?: string; allowed?: string };
}

/** What is wrong with a template, or null. */
export function templateFault(template: string, allowed: readonly string[]): TemplateFault | null {
  const parts = parse(template);
  if (typeof parts === 'string') return { code: parts, params: {} };
  const unknown = placeholdersOf(parts).find((name) => !allowed.includes(name));
  if (unknown === undefined) return null;
  const list = allowed.map((name) => `{${name}}`).join(', ');
  return {
    code: 'placeholder_unknown',
    params: { placeholder: `{${unknown}}`, allowed: list },
  };
}

/** What stands between two parts: nothing to begin a text with, once the part before it was left out. */
const LEADING_SEPARATOR = /^[\s,;·–—-]+/;

/** The text with its values, white space tidied; empty when a value outside brackets is missing. */
export function renderTemplate(template: string, values: TemplateValues): string {
  const parts = parse(template);
  if (typeof parts === 'string') return '';
  const text = (render(parts, values) ?? '').replace(/\s+/g, ' ').trim();
  const [first] = parts;
  return first && 'optional' in first ? text.replace(LEADING_SEPARATOR, '') : text;
}

function render(parts: Part[], values: TemplateValues): string | null {
  let text = '';
  for (const part of parts) {
    if ('text' in part) text += part.text;
    else if ('optional' in part) text += render(part.optional, values) ?? '';
    else {
      const value = values[part.placeholder as Placeholder];
      if (!value) return null;
      text += value;
    }
  }
  return text;
}

function placeholdersOf(parts: Part[]): string[] {
  return parts.flatMap((part) =>
    'placeholder' in part ? [part.placeholder] : 'optional' in part ? placeholdersOf(part.optional) : [],
  );
}

/** The parts of a template, or what is wrong with its brackets. */
function parse(template: string): Part[] | Exclude<TemplateFault['code'], 'placeholder_unknown'> {
  const parts: Part[] = [];
  let into = parts;
  for (const token of template.match(/\{[^{}]*\}|[{}[\]]|[^{}[\]]+/g) ?? []) {
    if (token === '[') {
      if (into !== parts) return 'bracket_nested';
      into = [];
    } else if (token === ']') {
      if (into === parts) return 'bracket_not_opened';
      parts.push({ optional: into });
      into = parts;
    } else if (token === '{' || token === '}') {
      return 'curly_unbalanced';
    } else if (token.startsWith('{')) {
      into.push({ placeholder: token.slice(1, -1).trim() });
    } else {
      into.push({ text: token });
    }
  }
  return into === parts ? parts : 'bracket_not_closed';
}
