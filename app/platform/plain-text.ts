const LONGEST = 255;

/** A text from outside as it may be kept and shown: no U+0000 and no half of a character, which the database refuses, and not without end. */
export function plainText(text: string, longest = LONGEST): string {
  return [...text.replaceAll('\0', '').toWellFormed()].slice(0, longest).join('');
}
