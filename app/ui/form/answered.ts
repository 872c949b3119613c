/**
 * For the `clientAction` of a route whose page must stay: an action that fails, or that is not reached, answers `otherwise`. An error would
 * take the page away. Redirects pass.
 */
export async function answered<Answer>(
  serverAction: () => Promise<Answer>,
  otherwise: Answer,
): Promise<Answer> {
  try {
    return await serverAction();
  } catch (thrown) {
    if (thrown instanceof Response && thrown.status >= 300 && thrown.status < 400) throw thrown;
    return otherwise;
  }
}
