import { Button, InlineStack } from '@shopify/polaris';

interface ChoicesProps<Id extends string> {
  /** Said of them as a group by screen readers. */
  label: string;
  choices: { id: Id; text: string }[];
  chosen: Id;
  onChoose(id: Id): void;
}

/** A row of buttons of which one is pressed, to switch what is shown below. They wrap where there are many. */
export function Choices<Id extends string>({ label, choices, chosen, onChoose }: ChoicesProps<Id>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its frame and its legend
    <div role="group" aria-label={label}>
      <InlineStack gap="100">
        {choices.map(({ id, text }) => (
          <Button key={id} size="slim" pressed={id === chosen} onClick={() => onChoose(id)}>
            {text}
          </Button>
        ))}
      </InlineStack>
    </div>
  );
}
