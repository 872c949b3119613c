const LONGEST = 255;

/** A text from outside as the database takes it: without U+0000 and halves of characters. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** A text from outside as it may be kept and shown: as the database takes it, and not without end. */
export function plainText(text: string, longest = LONGEST): string {
  return [...storableText(text)].slice(0, longest).join('');
}
