import type { Browser } from 'playwright-core';

const CPU_SLOWDOWN = 4;

/** Opens a page on a processor slowed down four times and waits for what it leaves in `globalThis.measured`. */
export async function runPage<T>(browser: Browser, address: string): Promise<T> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  await page.goto(address);
  const result = await page.evaluate(() => (globalThis as unknown as { measured: Promise<unknown> }).measured);
  await context.close();
  return result as T;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
