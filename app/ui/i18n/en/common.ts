/** Texts that several pages use. */
export const common = {
  saveBar: { save: 'Save', discard: 'Discard', saved: 'Saved' },
  refused: {
    title_one: 'One thing is to be corrected. Nothing was saved yet.',
    title_other: '{{count}} things are to be corrected. Nothing was saved yet.',
  },
  errors: {
    not_saved:
      'Your changes could not be saved, and the checkout goes on as before. What you typed is still here: try again in a moment.',
    invalid: 'This value cannot be used. Correct it and save again.',
  },
  failure: {
    title: 'This part could not be loaded',
    text: 'Your checkout is not affected. Try again in a moment.',
    retry: 'Try again',
  },
  conflict: {
    text: 'They saved on {{time}}, and shoppers see their version. What you typed is still here.',
    differs: 'Different from yours: {{fields}}.',
    same: 'Their version is the same as yours.',
    keepMine: 'Keep mine',
    useTheirs: 'Use theirs',
  },
  outdated: {
    title: 'This part is shown as it was',
    text: 'It could not be read again just now. What you typed is still here, and your checkout is not affected. Try again in a moment.',
  },
  notFound: {
    title: 'This page does not exist',
    text: 'What it showed may have been deleted, or the address is wrong.',
    home: 'Go to Home',
  },
  pageFailure: {
    title: 'This page could not be shown',
    text: 'Your checkout is not affected. Reload the page; if it happens again, tell the support of the app when it did.',
  },
  outside: { text: 'Open this app from your Shopify admin.' },
  status: { works: 'Works', waiting: 'Waiting', attention: 'Needs attention', fails: 'Fails', off: 'Off' },
} as const;
