import type { TestRunnerConfig } from '@web/test-runner';
import { createLogger, createServer, type Plugin, type ProxyOptions, type ViteDevServer } from 'vite';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

const isRunnersOwn = (path: string) => path === '/' || path.startsWith('/__web-');

/**
 * Our Vite, to serve the tests and what they import. `proxy` sends paths of the page to servers elsewhere; what goes wrong
 * while serving is added to `errors`.
 */
export function createTestVite(proxy: Record<string, ProxyOptions>, errors: string[]): Promise<ViteDevServer> {
  return createServer({
    configFile: 'vite.config.ts',
    appType: 'custom',
    cacheDir: 'node_modules/.vite-tests',
    customLogger: { ...createLogger('error'), error: (message) => void errors.push(message) },
    server: { middlewareMode: true, hmr: false, ws: false, proxy },
    optimizeDeps: {
      // All at once at the start: an import found later would reload the page in the middle of a test.
      entries: ['test/components/**/*.ts', 'src/**/*.ts'],
      exclude: ['@web/test-runner-commands'],
    },
    plugins: [leaveRunnersModules()],
  });
}

/** The runner's own modules are served by the runner; Vite must not try to bundle them. */
function leaveRunnersModules(): Plugin {
  return {
    name: 'leave-runners-modules',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith('/__web-') ? { id, external: true } : undefined),
  };
}

/** Hands every request that isn't the runner's own to Vite. */
export function viteMiddleware(vite: ViteDevServer): Middleware {
  return (context, next) => {
    if (isRunnersOwn(context.path)) return next();
    // Koa would answer 404 by itself.
    context.respond = false;
    context.status = 200;
    vite.middlewares(context.req, context.res);
    return undefined;
  };
}
