import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createSimulator, type JournalEntry, type SimulatorOptions } from './app.js';
import { startMailServer } from './mailbox/mailbox.js';
import { mailboxPage } from './mailbox/page.js';
import { createHttpServer } from './server.js';
import { signFor } from './signing.js';
import type { Ledger } from './state.js';

/**
 * The simulator as a process. PORT (4010), SIM_ORIGIN (http://localhost:PORT), SIM_SEED, SIM_JOURNAL (append-only
 * file, one JSON entry a line), SIM_STATE (file that survives restarts), SIM_WEBHOOK_URL, SIM_FRAME_ANCESTORS, SIM_SMTP_PORT
 * (takes mails there and shows them at /__sim/mailbox).
 */
const {
  PORT = '4010',
  SIM_SEED = '1',
  SIM_JOURNAL,
  SIM_STATE,
  SIM_WEBHOOK_URL,
  SIM_FRAME_ANCESTORS,
  SIM_SMTP_PORT,
} = process.env;
const origin = process.env['SIM_ORIGIN'] ?? `http://localhost:${PORT}`;

const options: SimulatorOptions = { origin, seed: Number(SIM_SEED), journal: write };
if (SIM_STATE && existsSync(SIM_STATE)) options.ledger = JSON.parse(readFileSync(SIM_STATE, 'utf8')) as Ledger;
if (SIM_FRAME_ANCESTORS) options.frameAncestors = SIM_FRAME_ANCESTORS;
if (SIM_WEBHOOK_URL) options.webhooks = { url: SIM_WEBHOOK_URL, sign: signFor };

const simulator = createSimulator(options);
const mailServer = SIM_SMTP_PORT === undefined ? undefined : startMailServer(Number(SIM_SMTP_PORT));
const server = createHttpServer({
  fetch: async (request) =>
    mailServer && new URL(request.url).pathname === '/__sim/mailbox'
      ? mailboxPage(mailServer.mails)
      : simulator.fetch(request),
});
const clockwork = setInterval(() => {
  simulator.tick();
}, 1000);

server.listen(Number(PORT), () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`Gateway simulator on http://localhost:${port}\n`);
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    clearInterval(clockwork);
    mailServer?.close();
    server.close();
    server.closeAllConnections();
  });
}

function write(entry: JournalEntry): void {
  if (SIM_JOURNAL) appendFileSync(SIM_JOURNAL, `${JSON.stringify(entry)}\n`);
  if (!SIM_STATE) return;
  // Written aside and renamed, so that a kill in mid-write leaves the last good state.
  writeFileSync(`${SIM_STATE}.new`, JSON.stringify(simulator.ledger));
  renameSync(`${SIM_STATE}.new`, SIM_STATE);
}
