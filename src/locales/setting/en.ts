/** Texts of every tag that shows and keeps settings. */
export const settingEn = {
  loading: 'Reading the settings…',
  'failed.load': 'The settings could not be read',
  retry: 'Retry',
  'save.running': 'Saving…',
  'save.done': 'Saved.',
  'save.unknown': 'The answer was lost on the way. It is asked for again by itself; nothing is saved twice.',
  'save.failed': 'This was not saved',
  'stop.not-configured': 'Payments are not connected on this page.',
  'stop.session': 'The session could not be opened. Sign in again.',
  'look.right':
    'You can look, but not change anything: your user lacks the right “{right}”. An administrator can grant it.',
  'look.readonly': 'This is shown for reading only.',
} as const;
