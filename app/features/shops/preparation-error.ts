import type { PreparationCause } from '#app/features/onestock-account/shape.ts';

/** Why a step of the preparation of a shop failed, and whether the preparation may succeed later with nothing changed. */
export type PreparationError = PreparationCause & { retryable: boolean };
