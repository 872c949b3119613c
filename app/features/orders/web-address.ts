/** An address from outside as long as it leads to the web, else null: another kind could run in the page that links to it. */
export function webAddress(given: string | null | undefined): string | null {
  const protocol = URL.parse(given ?? '')?.protocol;
  return protocol === 'https:' || protocol === 'http:' ? (given ?? null) : null;
}
