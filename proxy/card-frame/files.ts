import { cardFramePage, cardFrameScript, SCRIPT_PATH } from './page.js';
import type { CardFrameSettings } from './settings.js';

export interface CardFrameFile {
  readonly body: string;
  readonly type: string;
}

/**
 * The card frame as files by path, for a host that can't hand out one-time addresses, e.g. a static Storybook: a page for
 * every language and colour scheme (`/card-frame/es-dark.html`) and the one script. A static host sets no policy, so these
 * are for demonstrations only.
 */
export function cardFrameFiles(
  settings: Pick<CardFrameSettings, 'gatewayUrl' | 'publicKey' | 'allowedOrigin'>,
): Readonly<Record<string, CardFrameFile>> {
  const files: Record<string, CardFrameFile> = {
    [SCRIPT_PATH]: { body: cardFrameScript, type: 'text/javascript; charset=utf-8' },
  };
  for (const locale of ['en', 'es'] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const body = cardFramePage({ ...settings, locale, colorScheme }, '');
      files[`/card-frame/${locale}-${colorScheme}.html`] = { body, type: 'text/html; charset=utf-8' };
    }
  }
  return files;
}
