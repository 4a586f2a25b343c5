import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Behaviour } from './behaviour.js';
import { closeAllBatches } from './batches.js';
import { faultKinds, type FaultOrder } from './faults.js';
import type { Journal } from './journal.js';
import type { ReaderResponse, World } from './world.js';

/** `/__sim`: the hand of the test or of the demo's presenter. The real gateway has nothing of it. */
export function createControl(world: World, journal: Journal, tick: () => Promise<void>): Hono {
  const control = new Hono();
  control.use(cors());
  control.get('/faults', (c) => c.json(world.faults.list()));
  control.post('/faults', async (c) => {
    const order = await c.req.json<FaultOrder>();
    if (!faultKinds.includes(order.kind)) return c.json({ error: 'unknown kind', kinds: faultKinds }, 400);
    return c.json(world.faults.add(order), 201);
  });
  control.delete('/faults', (c) => {
    world.faults.clear();
    return c.body(null, 204);
  });
  control.get('/journal', (c) => c.json(journal.entries()));
  control.get('/behaviour', (c) => c.json(world.behaviour));
  control.put('/behaviour', async (c) => {
    Object.assign(world.behaviour, await c.req.json<Partial<Behaviour>>());
    return c.json(world.behaviour);
  });
  control.post('/clock/advance', async (c) => {
    const { ms } = await c.req.json<{ ms: number }>();
    if (!Number.isSafeInteger(ms) || ms < 0) return c.json({ error: 'ms must be a whole number' }, 400);
    world.ledger.clockOffset += ms;
    await tick();
    return c.json({ now: new Date(world.now()).toISOString() });
  });
  control.post('/batches/close', (c) => {
    closeAllBatches(world);
    return c.body(null, 204);
  });
  addReaderRoutes(control, world);
  const app = new Hono();
  app.route('/__sim', control);
  return app;
}

function addReaderRoutes(control: Hono, world: World): void {
  const find = (id: string) => world.terminals.find(({ key, terminalId }) => key === id || terminalId === id);
  control.get('/terminals', (c) =>
    c.json(
      world.terminals.map(({ key, terminalId, name, config }) => {
        const waiting = world.prompts.has(terminalId);
        return {
          key,
          terminalId,
          name,
          reader: config.device?.enabled === true,
          interactive: config.interactive,
          waiting,
        };
      }),
    ),
  );
  control.put('/terminals/:id', async (c) => {
    const terminal = find(c.req.param('id'));
    if (!terminal) return c.json({ error: 'no such terminal' }, 404);
    const { interactive } = await c.req.json<{ interactive: boolean }>();
    terminal.config.interactive = interactive;
    return c.json({ key: terminal.key, interactive });
  });
  control.post('/terminals/:id/respond', async (c) => {
    const terminal = find(c.req.param('id'));
    if (!terminal) return c.json({ error: 'no such terminal' }, 404);
    const respond = world.prompts.get(terminal.terminalId);
    if (!respond) return c.json({ error: 'the reader shows no prompt' }, 409);
    const response = await c.req.json<ReaderResponse>();
    if (!['approve', 'decline', 'cancel'].includes(response.action)) return c.json({ error: 'unknown action' }, 400);
    respond(response);
    return c.body(null, 204);
  });
}
