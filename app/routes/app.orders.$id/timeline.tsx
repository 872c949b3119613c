import { Text } from '@shopify/polaris';
import type { DeliveryView, ItemView, NoteView } from '#app/features/orders/index.ts';
import { useFormats } from '#app/ui/frame.ts';
import { NoteMark } from './note-marks.tsx';
import styles from './timeline.module.css';
import type { DeliveryNames } from './use-delivery-words.ts';
import { useNoteWords } from './use-note-words.ts';

interface TimelineProps {
  notes: readonly NoteView[];
  items: readonly ItemView[];
  deliveries: readonly DeliveryView[];
  names: DeliveryNames;
}

/** What happened to an order, the newest first. */
export function Timeline({ notes, items, deliveries, names }: TimelineProps) {
  const { moment } = useFormats();
  const words = useNoteWords({ items, deliveries, names });
  return (
    <ol className={styles.timeline}>
      {notes.map((note) => {
        const { title, details } = words(note);
        return (
          <li key={note.id}>
            <NoteMark kind={note.kind} />
            <div className={styles.text}>
              <div className={styles.head}>
                <Text as="span" fontWeight="medium">
                  {title}
                </Text>
                <Text as="span" tone="subdued">
                  <time dateTime={note.at}>{moment(note.at)}</time>
                </Text>
              </div>
              {details.map((detail) => (
                <Text key={detail} as="p" tone="subdued">
                  {detail}
                </Text>
              ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
