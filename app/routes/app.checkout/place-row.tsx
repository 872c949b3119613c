import { Box, Button, Checkbox, InlineError, InlineStack, Text } from '@shopify/polaris';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentPlace } from '#app/features/carrier-service/index.ts';
import { type Status, StatusBadge } from '#app/ui/status-badge.tsx';
import type { Verb } from './answer.ts';
import styles from './place-row.module.css';
import { isChangeable } from './place-state.ts';
import { type Attaching, usePlaceFailureText } from './use-attaching.ts';
import { useCountries } from './use-countries.ts';

const STATUS_OF: Record<AttachmentPlace['state'], Status> = {
  attached: 'works',
  attached_hiding_new_services: 'attention',
  not_attached: 'off',
  inherited: 'waiting',
  shipping_off: 'off',
};

interface PlaceRowProps {
  place: AttachmentPlace;
  attaching: Attaching;
  isBlocked: boolean;
  isChosen: boolean;
  onChoose(isChosen: boolean): void;
  onAsk(verb: Verb): void;
}

/** One place: its name and countries, its state, its one action, and why the last change of it failed. */
export function PlaceRow({ place, attaching, isBlocked, isChosen, onChoose, onAsk }: PlaceRowProps) {
  const { t } = useTranslation('attach');
  const wordCountries = useCountries();
  const failureText = usePlaceFailureText();
  const { pending, failures } = attaching;
  const { name, state } = place;
  const failure = failures.find(({ placeId }) => placeId === place.id);
  const isPending = pending?.placeIds.includes(place.id) ?? false;
  const countries = wordCountries(place.countries);
  const explained = state === 'inherited' || state === 'shipping_off' ? t(`explained.${state}`) : '';
  const about = [countries === name ? '' : countries, explained].filter(Boolean).join('. ');
  return (
    <Box paddingInline="400" paddingBlock="300">
      <div className={styles.row}>
        {isBlocked || !isChangeable(place) ? (
          <div className={styles.fixed}>
            <Text as="p">{name}</Text>
            <Text as="p" tone="subdued">
              {about}
            </Text>
            {failure && <InlineError message={failureText(failure)} fieldID={place.id} />}
          </div>
        ) : (
          <Checkbox
            label={name}
            helpText={about}
            error={failure && failureText(failure)}
            checked={isChosen}
            onChange={onChoose}
          />
        )}
        <InlineStack gap="300" blockAlign="center" wrap={false}>
          {isPending ? (
            <StatusBadge
              status="waiting"
              label={t(pending?.verb === 'attach' ? 'state.attaching' : 'state.detaching')}
            />
          ) : (
            <StatusBadge status={STATUS_OF[state]} label={t(`state.${state}`)} />
          )}
          {isChangeable(place) && (
            <PlaceButton
              place={place}
              isLoading={isPending}
              isDisabled={isBlocked || pending !== null}
              onAsk={onAsk}
            />
          )}
        </InlineStack>
      </div>
    </Box>
  );
}

interface PlaceButtonProps extends Pick<PlaceRowProps, 'place' | 'onAsk'> {
  isLoading: boolean;
  isDisabled: boolean;
}

function PlaceButton({ place: { name, state }, isLoading, isDisabled, onAsk }: PlaceButtonProps) {
  const { t } = useTranslation('attach');
  const [words, full, verb] =
    state === 'attached'
      ? (['places.detach', 'places.detachFrom', 'detach'] as const)
      : state === 'not_attached'
        ? (['places.attach', 'places.attachTo', 'attach'] as const)
        : (['places.setRight', 'places.setRightIn', 'attach'] as const);
  const frame = useRef<HTMLDivElement>(null);
  const wasLoading = useRef(isLoading);
  useEffect(() => {
    // A button that works cannot keep the focus, which would begin again at the top of the page.
    const hasLostFocus = document.activeElement === document.body;
    if (wasLoading.current && !isLoading && hasLostFocus) frame.current?.querySelector('button')?.focus();
    wasLoading.current = isLoading;
  }, [isLoading]);
  return (
    <div ref={frame} className={styles.action}>
      <Button
        fullWidth
        accessibilityLabel={t(full, { place: name })}
        loading={isLoading}
        disabled={isDisabled && !isLoading}
        onClick={() => onAsk(verb)}
      >
        {t(words)}
      </Button>
    </div>
  );
}
