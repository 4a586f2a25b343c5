import type { StorybookConfig } from '@storybook/web-components-vite';
import { cardFormFiles } from './card-form.js';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  staticDirs: ['../public'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), cardFormFiles()],
    // It finds its WebAssembly beside its own module.
    optimizeDeps: { ...vite.optimizeDeps, exclude: ['@electric-sql/pglite'] },
  }),
};

export default config;
