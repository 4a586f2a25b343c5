import { cardRules } from './card-rules.js';
import { createFields } from './fields.js';
import { runFrame, type FrameConfig } from './frame.js';
import { installSdk } from './host.js';
import { frameCss, framePage } from './page.js';

export interface SdkFile {
  body: string;
  type: string;
}

/**
 * The card form's files by path, for the simulator itself or any static host.
 * @param origin base URL the iframe gets when the page's `init` names none
 */
export function sdkFiles(origin: string, config: FrameConfig = {}): Record<string, SdkFile> {
  const script = 'text/javascript; charset=utf-8';
  return {
    '/js-sdk/js/clearent-host.js': {
      body: asScript(`(${String(installSdk)})(${JSON.stringify(origin)});`),
      type: script,
    },
    '/js-sdk/frame.html': { body: framePage, type: 'text/html; charset=utf-8' },
    '/js-sdk/frame.css': { body: frameCss, type: 'text/css; charset=utf-8' },
    '/js-sdk/frame.js': {
      body: asScript(
        `(${String(runFrame)})(${String(createFields)}, (${String(cardRules)})(), ${JSON.stringify(config)});`,
      ),
      type: script,
    },
  };
}

/** Functions travel as their own text; `__name` is what TypeScript runners may have written into them. */
function asScript(text: string): string {
  return `'use strict';\n{\nconst __name = (target) => target;\n${text}\n}\n`;
}
