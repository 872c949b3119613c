import { SaveBar } from '@shopify/app-bridge-react';
import { useTranslation } from 'react-i18next';
import type { FormValues } from './editing-state.ts';
import type { Editing } from './use-editing.ts';
import { useLeaveGuard } from './use-leave-guard.ts';

/** The admin's save bar while something is not saved, and the question before the page is left then. A part of `EditingForm`. */
export function PageSaveBar<Values extends FormValues>({ editing }: { editing: Editing<Values> }) {
  const { t } = useTranslation();
  const { isDirty, isSaving, save, discard } = editing;
  useLeaveGuard(isDirty);
  return (
    <SaveBar open={isDirty}>
      <button type="button" variant="primary" onClick={save} loading={isSaving ? '' : undefined}>
        {t('saveBar.save')}
      </button>
      <button type="button" onClick={discard} disabled={isSaving}>
        {t('saveBar.discard')}
      </button>
    </SaveBar>
  );
}
