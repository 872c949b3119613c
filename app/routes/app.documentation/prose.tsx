import { Text } from '@shopify/polaris';

/** Running text; what stands between backticks is code. */
export function Prose({ text }: { text: string }) {
  return (
    <Text as="p">
      <WithCode text={text} />
    </Text>
  );
}

/** The same within a line of something else. */
export function WithCode({ text }: { text: string }) {
  const pieces = text.split('`');
  return pieces.map((piece, position) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change their places
    position % 2 === 1 ? <code key={position}>{piece}</code> : piece,
  );
}
