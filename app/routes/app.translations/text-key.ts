/** Which text in which language, as one name: of a field of the form, and of its errors. */
export function textKey({ language, id }: { language: string; id: string }): string {
  return `${language}/${id}`;
}

/** What {@link textKey} made a name of. */
export function fromTextKey(key: string): { language: string; id: string } {
  const slash = key.indexOf('/');
  return { language: key.slice(0, slash), id: key.slice(slash + 1) };
}
