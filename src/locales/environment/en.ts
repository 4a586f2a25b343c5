/** What stands above every screen that shows or moves money where none is real. */
export const environmentEn = {
  'environment.training': 'Training: no money moves',
  'environment.sandbox': 'Sandbox: no real money moves',
} as const;
