import { Modal, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { AttachmentPlace } from '#app/features/carrier-service/index.ts';

interface DetachQuestionProps {
  /** Where; none closes the question. */
  places: readonly AttachmentPlace[];
  countPlaces(count: number): string;
  onConfirm(): void;
  onClose(): void;
}

/** Asks before shoppers lose their delivery options. */
export function DetachQuestion({ places, countPlaces, onConfirm, onClose }: DetachQuestionProps) {
  const { t } = useTranslation('attach');
  const [first] = places;
  const named = places.length === 1 && first ? first.name : countPlaces(places.length);
  return (
    <Modal
      open={places.length > 0}
      size="small"
      title={t('question.title', { places: named })}
      onClose={onClose}
      primaryAction={{ content: t('question.confirm'), destructive: true, onAction: onConfirm }}
      secondaryActions={[{ content: t('question.cancel'), onAction: onClose }]}
    >
      <Modal.Section>
        <Text as="p">{t('question.text')}</Text>
      </Modal.Section>
    </Modal>
  );
}
