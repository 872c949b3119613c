import type { SerializeFrom } from '@remix-run/node';
import type { LastPromise } from '#app/features/orders/index.ts';
import type { Part } from '#app/ui/part.ts';
import { Contents } from './contents.tsx';
import styles from './documentation.module.css';
import { MetafieldsChapter } from './metafields-chapter.tsx';
import { OneStockChapter } from './onestock-chapter.tsx';
import { ProxyChapter } from './proxy-chapter.tsx';
import { SymptomsChapter } from './symptoms-chapter.tsx';

interface ManualProps {
  /** The shop's API user at OneStock; null while there is none. */
  userId: Promise<Part<string | null>>;
  lastPromise: Promise<Part<SerializeFrom<LastPromise> | null>>;
}

/** The whole manual on one page, for the browser's own search; only what is the shop's own is streamed into it. */
export function Manual({ userId, lastPromise }: ManualProps) {
  return (
    <div className={styles.manual}>
      <Contents />
      <div className={styles.chapters}>
        <MetafieldsChapter lastPromise={lastPromise} />
        <ProxyChapter />
        <OneStockChapter userId={userId} />
        <SymptomsChapter />
      </div>
    </div>
  );
}
