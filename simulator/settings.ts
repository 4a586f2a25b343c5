import { success, type Answer } from './envelope.js';
import { readFlag, readText, type Body } from './fields.js';
import { filterView, updateFilter } from './filters.js';
import { invalid, Refusal } from './refusal.js';
import type { Device, DuplicateRule } from './state.js';
import type { Call } from './world.js';

/** GET and PUT /rest/v2/settings/terminal: the calling key's own terminal, and the cheap test that a key works. */
export function terminalSettings(call: Call): Answer {
  const { terminal, body, target } = call;
  const { settings } = terminal.config;
  if (target.method === 'PUT') {
    const changes = Object.entries(body).filter(([name]) => name in settings);
    for (const [name, value] of changes) {
      settings[name] = typeof settings[name] === 'boolean' ? String(value) === 'true' : String(value);
    }
  }
  return settled(call, 'terminal-settings', {
    'merchant-id': terminal.merchant.merchantId,
    'merchant-name': terminal.merchant.name,
    'terminal-id': terminal.terminalId,
    ...settings,
  });
}

/** GET /rest/v2/settings/terminal/hpp: where the public key of the card form is read. */
export function hostedPageSettings(call: Call): Answer {
  return settled(call, 'hpp-settings', {
    'hpp-enabled': 'true',
    'hpp-domain': '',
    'hpp-public-key': call.terminal.publicKey,
  });
}

/** GET and PUT /rest/v2/settings/terminal/avs and /csc */
export function filterSettings(call: Call, kind: 'avs' | 'csc'): Answer {
  const filter = call.terminal.config[kind];
  if (call.target.method === 'PUT') updateFilter(filter, call.body);
  return settled(call, `${kind}-settings`, filterView(filter));
}

/** GET, POST, PUT and DELETE /rest/v2/settings/terminal/device */
export function deviceSettings(call: Call): Answer {
  const { terminal, body, target } = call;
  const { config } = terminal;
  if (target.method === 'DELETE') delete config.device;
  if (target.method === 'POST' || target.method === 'PUT') config.device = readDevice(body, config.device);
  if (!config.device && target.method === 'GET') throw new Refusal(404, '027', 'Device not found');
  return settled(call, 'device-settings', { ...config.device }, target.method === 'POST' ? 201 : 200);
}

function readDevice(body: Body, before: Device | undefined): Device {
  const key = readText(body, 'device-api-key') ?? before?.['device-api-key'];
  if (key === undefined) throw invalid('device-api-key is required');
  const manufacturer = readText(body, 'manufacturer') ?? before?.manufacturer ?? 'DEJAVOO';
  return { 'device-api-key': key, enabled: readFlag(body, 'enabled', true), manufacturer };
}

/** GET, POST and PUT /rest/v2/settings/transaction/duplicates */
export function duplicateSettings(call: Call): Answer {
  const { terminal, body, target } = call;
  const rule: DuplicateRule = terminal.config.duplicates;
  if (target.method !== 'GET') {
    const minutes = Number(body['time-range-in-minutes'] ?? rule['time-range-in-minutes']);
    if (!Number.isInteger(minutes) || minutes < 0) throw invalid('Invalid time-range-in-minutes');
    const flag = (name: keyof DuplicateRule) => readFlag(body, name, rule[name] === true);
    terminal.config.duplicates = {
      enabled: flag('enabled'),
      'check-merchant-level': flag('check-merchant-level'),
      'time-range-in-minutes': minutes,
      'include-invoice': flag('include-invoice'),
      'use-invoice-instead-of-card': flag('use-invoice-instead-of-card'),
      'if-duplicate-found-respond-with-error': flag('if-duplicate-found-respond-with-error'),
    };
  }
  const view = Object.entries(terminal.config.duplicates).map(([name, value]) => [name, String(value)]);
  return settled(call, 'duplicate-settings', Object.fromEntries(view) as Record<string, string>);
}

function settled({ world }: Call, payloadType: string, members: Record<string, unknown>, status = 200): Answer {
  return success(world, { payload: { [payloadType]: members }, payloadType, word: 'SUCCESS', status });
}
