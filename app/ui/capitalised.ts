/** A name as it stands by itself, such as that of a language, which French writes small within a sentence. */
export function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
