/**
 * Ids in OneStock's form, 24 hexadecimal characters that begin with the time (https://github.com/inviqa/onestock-api-client). What follows
 * is a counter, so that the same clock and the same calls give the same ids.
 */
export function createIds(now: () => Date): () => string {
  let made = 0;
  return () => {
    made += 1;
    const seconds = Math.floor(now().getTime() / 1000);
    return seconds.toString(16).padStart(8, '0') + made.toString(16).padStart(16, '0');
  };
}
