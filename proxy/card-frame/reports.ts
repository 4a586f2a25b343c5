import * as z from 'zod/mini';
import type { Log } from '../deps.js';
import { readText } from '../http/body.js';

export const REPORTS_PATH = '/card-frame/reports';

const MOST_REPORTS = 10;

const reports = z.array(
  z.object({
    type: z.literal('csp-violation'),
    body: z.object({ effectiveDirective: z.string(), blockedURL: z.optional(z.string()) }),
  }),
);

/** Logs what the frame's policy stopped: which rule, and the origin it hit. What doesn't read as a report is dropped. */
export async function recordReports(log: Log, request: Request): Promise<void> {
  for (const { body } of parse(await readText(request)).slice(0, MOST_REPORTS)) {
    log.warn('card-frame-policy-violation', {
      directive: body.effectiveDirective.slice(0, 40),
      blocked: originOf(body.blockedURL ?? ''),
    });
  }
}

function parse(text: string): z.infer<typeof reports> {
  try {
    return reports.safeParse(JSON.parse(text)).data ?? [];
  } catch {
    return [];
  }
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : 'inline';
}
