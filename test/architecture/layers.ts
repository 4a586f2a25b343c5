/** How many modules a layer has at least, so that a moved folder can't make its rule hold by having nothing to check. */
export interface Layer {
  mayImport: readonly string[];
  atLeast: number;
}

const CONTRACT = ['src/contract'];
const DOMAIN = ['src/domain', ...CONTRACT];
const SERVICES = ['src/services', ...DOMAIN];
const CONTEXT = ['src/context', ...SERVICES];
const CONTROLLERS = ['src/controllers', ...CONTEXT];
const PRESENTATION = ['src/styles', 'src/locales', 'src/events.ts'];
const PORTS = ['proxy/gateway', 'proxy/komet', 'proxy/mail', 'proxy/store'];

/**
 * What each layer may import beside itself. A folder or a single file; a path belongs to the longest name that fits.
 * Whatever is missing here may not be imported, and a file that fits no name fails the test.
 */
export const layers: Readonly<Record<string, Layer>> = {
  'src/contract': { mayImport: [], atLeast: 8 },
  'src/domain': { mayImport: CONTRACT, atLeast: 5 },
  'src/services': { mayImport: DOMAIN, atLeast: 3 },
  'src/context': { mayImport: [...SERVICES, 'src/locales'], atLeast: 1 },
  'src/controllers': { mayImport: [...CONTEXT, 'src/locales', 'src/events.ts'], atLeast: 2 },
  'src/components': { mayImport: [...CONTROLLERS, ...PRESENTATION, 'src/define.ts'], atLeast: 4 },
  'src/styles': { mayImport: [], atLeast: 1 },
  'src/locales': { mayImport: DOMAIN, atLeast: 2 },
  'src/define.ts': { mayImport: CONTEXT, atLeast: 1 },
  'src/events.ts': { mayImport: ['src/events'], atLeast: 1 },
  'src/events': { mayImport: SERVICES, atLeast: 4 },
  'src/autoload.ts': { mayImport: ['src/components', ...CONTROLLERS, 'src/define.ts'], atLeast: 1 },
  'src/index.ts': { mayImport: ['src/components', ...CONTROLLERS, ...PRESENTATION, 'src/define.ts'], atLeast: 1 },

  'proxy/problem-error.ts': { mayImport: DOMAIN, atLeast: 1 },
  'proxy/deps.ts': { mayImport: [...PORTS, ...DOMAIN], atLeast: 1 },
  'proxy/gateway': { mayImport: ['proxy/problem-error.ts', ...DOMAIN], atLeast: 4 },
  'proxy/mail': { mayImport: ['proxy/deps.ts'], atLeast: 2 },
  'proxy/komet': { mayImport: ['proxy/problem-error.ts', ...DOMAIN], atLeast: 4 },
  // The demo wholesaler keeps its books in our own store; every other adapter of Komet's stays away from it.
  'proxy/komet/demo': { mayImport: ['proxy/komet/port.ts', 'proxy/store', ...DOMAIN], atLeast: 3 },
  'proxy/store': { mayImport: ['proxy/problem-error.ts', ...DOMAIN], atLeast: 4 },
  'proxy/operations': { mayImport: ['proxy/deps.ts', 'proxy/problem-error.ts', ...PORTS, ...DOMAIN], atLeast: 5 },
  'proxy/sessions': { mayImport: ['proxy/deps.ts', 'proxy/problem-error.ts', 'proxy/store', ...DOMAIN], atLeast: 1 },
  'proxy/http': { mayImport: ['proxy/deps.ts', 'proxy/problem-error.ts', 'proxy/sessions', ...DOMAIN], atLeast: 1 },
  'proxy/routes': {
    mayImport: [
      'proxy/deps.ts',
      'proxy/problem-error.ts',
      'proxy/http',
      'proxy/sessions',
      'proxy/operations',
      'proxy/card-frame',
      ...DOMAIN,
    ],
    atLeast: 3,
  },
  'proxy/card-frame': {
    mayImport: [
      'proxy/deps.ts',
      'proxy/problem-error.ts',
      'proxy/http',
      'proxy/sessions',
      'proxy/operations',
      'proxy/store',
      ...DOMAIN,
    ],
    atLeast: 4,
  },
  'proxy/card-request-page': { mayImport: ['proxy/problem-error.ts', 'proxy/http', 'proxy/sessions'], atLeast: 2 },
  'proxy/openapi': { mayImport: DOMAIN, atLeast: 2 },
  'proxy/ids.ts': { mayImport: [], atLeast: 1 },
  'proxy/log.ts': { mayImport: ['proxy/deps.ts', 'proxy/http'], atLeast: 1 },
  'proxy/process': { mayImport: ['proxy', ...DOMAIN], atLeast: 5 },
  'proxy/app.ts': { mayImport: ['proxy', ...DOMAIN], atLeast: 1 },
  'proxy/main.ts': { mayImport: ['proxy', ...DOMAIN], atLeast: 1 },

  simulator: { mayImport: [], atLeast: 20 },
};

export const isWithin = (path: string, name: string): boolean => path === name || path.startsWith(`${name}/`);

/** The name of the layer that a path belongs to, or undefined. */
export function layerOf(path: string): string | undefined {
  return Object.keys(layers)
    .filter((name) => isWithin(path, name))
    .sort((a, b) => b.length - a.length)[0];
}
