/** The id of the button that moves an option: the focus goes with the option. */
export function moveId(id: string, direction: 'up' | 'down'): string {
  return `move-${direction}-${id}`;
}
