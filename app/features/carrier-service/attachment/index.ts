export { attach, detach } from './change-attachment.ts';
export { checkAttachment, readAttachment } from './read-attachment.ts';
export type {
  Attachment,
  AttachmentError,
  AttachmentMode,
  AttachmentOutcome,
  AttachmentPlace,
  AttachmentState,
  AttachmentSummary,
  CarrierServiceState,
  PlaceFailure,
} from './types.ts';
