import { Transform } from 'node:stream';

/** What is replaced by what, texts of ASCII. */
export type Replacements = ReadonlyMap<string, string>;

/** Replaces every occurrence in a text. */
export function replaceAll(text: string, replacements: Replacements): string {
  return [...replacements].reduce((replaced, [from, to]) => replaced.replaceAll(from, to), text);
}

/**
 * Replaces in a stream of bytes, across its chunks, and holds back nothing that cannot be the beginning of an occurrence: a
 * page that is streamed still appears piece by piece.
 */
export function rewriting(replacements: Replacements): Transform {
  let heldBack = '';
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      // Latin-1 keeps every byte as it is, whatever the bytes mean.
      const text = heldBack + chunk.toString('latin1');
      const replaced = replaceAll(text, replacements);
      const held = unfinishedLength(replaced, replacements);
      heldBack = replaced.slice(replaced.length - held);
      done(null, Buffer.from(replaced.slice(0, replaced.length - held), 'latin1'));
    },
    flush(done) {
      done(null, Buffer.from(heldBack, 'latin1'));
    },
  });
}

/** The length of the longest end of `text` with which an occurrence may begin. */
function unfinishedLength(text: string, replacements: Replacements): number {
  let longest = 0;
  for (const from of replacements.keys()) {
    for (let length = Math.min(from.length - 1, text.length); length > longest; length--) {
      if (text.endsWith(from.slice(0, length))) longest = length;
    }
  }
  return longest;
}
