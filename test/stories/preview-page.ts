import type { Browser, Page } from 'playwright-core';

/** How a story ended: what went wrong, if anything, one text each. */
export type StoryFaults = string[];

/** The first story of a page also opens the database in it. */
const LIMIT_MS = 90_000;

/** A page of the built Storybook that shows one story after the other. */
export interface PreviewPage {
  show(storyId: string): Promise<StoryFaults>;
  close(): Promise<void>;
}

export async function openPreview(browser: Browser, origin: string): Promise<PreviewPage> {
  const page = await browser.newPage();
  const pageErrors: string[] = [];
  page.on('pageerror', (error) => pageErrors.push(`page error: ${error.stack ?? error.message}`));
  // tsx marks functions with a helper that the page lacks.
  await page.addInitScript('globalThis.__name = (target) => target');
  await page.goto(`${origin}/iframe.html?viewMode=story`);
  await page.waitForFunction('globalThis.__STORYBOOK_PREVIEW__?.storyStoreValue !== undefined');
  return {
    show: async (storyId) => {
      pageErrors.length = 0;
      const faults = await withLimit(renderStory(page, storyId), storyId);
      return [...faults, ...pageErrors];
    },
    close: () => page.close(),
  };
}

interface Finished {
  storyId: string;
  status: string;
  reporters: {
    type: string;
    status: string;
    result: { violations?: { id: string; help: string; nodes: { html: string }[] }[] };
  }[];
}

interface Channel {
  on(event: string, listener: (data: never) => void): void;
  off(event: string, listener: (data: never) => void): void;
  emit(event: string, data: unknown): void;
}

/** Runs in the page: asks Storybook for the story and listens until it has finished playing and been looked over. */
function renderStory(page: Page, storyId: string): Promise<StoryFaults> {
  return page.evaluate(
    (id) =>
      new Promise<string[]>((resolve) => {
        const channel = (globalThis as unknown as { __STORYBOOK_ADDONS_CHANNEL__: Channel })
          .__STORYBOOK_ADDONS_CHANNEL__;
        const faults: string[] = [];
        const listeners: Record<string, (data: never) => void> = {
          storyFinished: ({ storyId: finishedId, status, reporters }: Finished) => {
            if (finishedId !== id) return;
            for (const { type, status: verdict, result } of reporters) {
              if (verdict !== 'failed') continue;
              const found = result.violations?.map(
                (rule) => `${rule.id}: ${rule.help}\n  ${rule.nodes.map((node) => node.html).join('\n  ')}`,
              );
              faults.push(`${type}: ${found?.join('\n') ?? JSON.stringify(result)}`);
            }
            if (status !== 'success' && faults.length === 0) faults.push(`the story ended as "${status}"`);
            end();
          },
          playFunctionThrewException: (error: Error) => void faults.push(`play: ${error.stack ?? error.message}`),
          unhandledErrorsWhilePlaying: (errors: Error[]) =>
            void faults.push(...errors.map((error) => `while playing: ${error.message}`)),
          storyThrewException: (error: Error) => {
            faults.push(`render: ${error.stack ?? error.message}`);
            end();
          },
          storyErrored: ({ title, description }: { title: string; description: string }) => {
            faults.push(`render: ${title} ${description}`);
            end();
          },
          storyMissing: () => {
            faults.push('the story is missing from the build');
            end();
          },
        };
        const end = () => {
          for (const [event, listener] of Object.entries(listeners)) channel.off(event, listener);
          resolve(faults);
        };
        for (const [event, listener] of Object.entries(listeners)) channel.on(event, listener);
        channel.emit('setCurrentStory', { storyId: id, viewMode: 'story' });
      }),
    storyId,
  );
}

async function withLimit(faults: Promise<StoryFaults>, storyId: string): Promise<StoryFaults> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${storyId} did not finish within ${LIMIT_MS / 1000} s`)), LIMIT_MS);
  });
  return Promise.race([faults, limit]).finally(() => clearTimeout(timer));
}
