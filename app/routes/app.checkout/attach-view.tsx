import { BlockStack } from '@shopify/polaris';
import { useState } from 'react';
import type { Attachment } from '#app/features/carrier-service/index.ts';
import { ByHandGuide } from './by-hand-guide.tsx';
import { CoverageCard } from './coverage-card.tsx';
import { DetachQuestion } from './detach-question.tsx';
import { FailedChange } from './failed-change.tsx';
import { ObstacleBanner } from './obstacle-banner.tsx';
import { PlacesCard } from './places-card.tsx';
import { useAttaching, useCountedPlaces } from './use-attaching.ts';

/** Where the rates are attached, and everything by which that is changed. */
export function AttachView({ loaded }: { loaded: Attachment }) {
  const attaching = useAttaching(loaded);
  const [asked, setAsked] = useState<readonly string[]>([]);
  const { attachment } = attaching;
  const countPlaces = useCountedPlaces(attachment.mode);
  const isBlocked = attachment.missingScopes.length > 0 || attachment.carrierService !== 'registered';
  return (
    <BlockStack gap="400">
      <ObstacleBanner attachment={attachment} />
      <FailedChange attaching={attaching} />
      {attachment.carrierService === 'registered' && (
        <CoverageCard attaching={attaching} isBlocked={isBlocked} />
      )}
      <PlacesCard attaching={attaching} isBlocked={isBlocked} onDetach={setAsked} />
      {attachment.carrierService !== 'missing' && (
        <ByHandGuide mode={attachment.mode} isOnlyWay={attachment.isByHandOnly} />
      )}
      <DetachQuestion
        places={attachment.places.filter(({ id }) => asked.includes(id))}
        countPlaces={countPlaces}
        onClose={() => setAsked([])}
        onConfirm={() => {
          attaching.start('detach', asked);
          setAsked([]);
        }}
      />
    </BlockStack>
  );
}
