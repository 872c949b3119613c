import type { AccountFieldCode } from './account-input.ts';

/** Whose password a password is. */
interface PasswordOwner {
  siteId: string;
  host: string;
  userId: string;
}

/**
 * Whether a stored password may be used for `account`: only for the site, host and user for which it was typed, so that nobody who may edit
 * the settings can have it sent elsewhere.
 */
export function mayKeepPassword<T extends PasswordOwner>(
  current: T | null | undefined,
  account: PasswordOwner,
): current is T {
  return (
    current?.siteId === account.siteId && current.host === account.host && current.userId === account.userId
  );
}

/** What is said at the field of a password that is needed. */
export function passwordMissing(isKnownAccount: boolean): AccountFieldCode {
  return isKnownAccount ? 'password_needed_again' : 'password_missing';
}
