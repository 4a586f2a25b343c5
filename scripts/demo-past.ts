import { appendFileSync, writeFileSync } from 'node:fs';
import type { Actor, Deps } from '../proxy/deps.js';
import { createFetchHttp } from '../proxy/gateway/fetch-http.js';
import { chargeBack } from '../proxy/operations/charge-back/charge-back.js';
import { openAccount, requireReadyAccount } from '../proxy/operations/merchant-accounts.js';
import { deliverDue } from '../proxy/operations/outbox.js';
import { closeDay } from '../proxy/operations/reconcile/close-day.js';
import { reconcileDay } from '../proxy/operations/reconcile/reconcile-day.js';
import { takePayment } from '../proxy/operations/take-payment.js';
import { bootstrapGatewayKeys } from '../proxy/process/gateway-keys.js';
import { readKeys } from '../proxy/process/keys.js';
import { openConfiguredStore } from '../proxy/process/open-store.js';
import { readSettings } from '../proxy/process/settings.js';
import { createDeps } from '../proxy/process/start.js';
import { createSimulator, type Simulator } from '../simulator/app.js';
import { miamiApiKey } from '../simulator/demo-merchants.js';
import type { Payment } from '../src/contract/payment.js';
import { permissionsOf } from '../src/domain/permissions.js';
import { shiftDay, wallClock } from '../src/domain/reconcile/business-day.js';
import type { BackendEnvironment } from './backend.js';
import { typeCardInto } from './demo-books.js';

const COMPANY = '1';
const MIAMI = 'miami';
const MINUTE = 60_000;
const SALES_A_DAY = 3;
/** Left to the reader and to the demo's morning. */
const SPARED = new Set(['25', '101', '102', '103', '104', '105']);

/**
 * Five days of the demo before its first, as proxy and gateway would have lived them: three that balanced and were closed, and two that
 * wait with what goes wrong on such days. Both processes begin with what it leaves behind.
 */
export async function livePast({ proxy, simulator }: BackendEnvironment, today = Date.now()): Promise<void> {
  const read = readSettings(proxy);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const { settings } = read;
  const { keyEncryptionKey } = await readKeys(settings);
  const opened = await openConfiguredStore(settings);
  const time = { now: today };
  const clock = () => time.now;
  const gateway = createSimulator({
    origin: settings.GATEWAY_URL,
    seed: Number(simulator['SIM_SEED']),
    clock,
    journal: (entry) => appendFileSync(simulator['SIM_JOURNAL'] ?? '', `${JSON.stringify(entry)}\n`),
  });
  try {
    const http = createFetchHttp((request) => gateway.fetch(request));
    const deps = await createDeps(settings, { log: SILENT, store: opened.store, http, keyEncryptionKey, clock });
    await bootstrapGatewayKeys(deps, settings.GATEWAY_KEYS);
    await new Past(deps, gateway, time).live(wallClock('America/New_York', today).day);
    writeFileSync(simulator['SIM_STATE'] ?? '', JSON.stringify(gateway.ledger));
  } finally {
    await opened.close();
  }
}

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

const CLERK: Actor = {
  companyId: COMPANY,
  id: 'demo-clerk',
  name: 'Marta Gil',
  kind: 'staff',
  permissions: new Set(permissionsOf(['Administrator'])),
  requestId: 'demo',
};

class Past {
  readonly #deps: Deps;
  readonly #gateway: Simulator;
  readonly #time: { now: number };
  #customers: string[] = [];
  #keys = 0;

  constructor(deps: Deps, gateway: Simulator, time: { now: number }) {
    this.#deps = deps;
    this.#gateway = gateway;
    this.#time = time;
  }

  async live(today: string): Promise<void> {
    const { customers } = await this.#deps.komet.searchCustomers(COMPANY, { limit: 60 });
    const mayPay = customers.filter(({ id, active, currency }) => active && currency === 'USD' && !SPARED.has(id));
    this.#customers = mayPay.map(({ id }) => id);
    for (let ago = 5; ago >= 3; ago--) {
      const day = shiftDay(today, -ago);
      await this.#sellOn(day);
      await this.#close(day);
    }
    const [first] = await this.#sellOn(shiftDay(today, -2));
    await this.#voidAtVirtualTerminal(first);
    const [, second] = await this.#sellOn(shiftDay(today, -1));
    if (second) await chargeBack(this.#deps)(CLERK, { key: this.#key(), paymentId: second.id, request: REASON });
    await this.#keyAtVirtualTerminal();
    await deliverDue(this.#deps);
    // The batch of the day is closed behind it.
    this.#time.now = instantOf(today, '06:00');
    this.#gateway.tick();
  }

  async #sellOn(day: string): Promise<Payment[]> {
    this.#time.now = instantOf(day, '15:00');
    const sales: Payment[] = [];
    while (sales.length < SALES_A_DAY) {
      const sale = await this.#sell();
      if (sale) sales.push(sale);
    }
    await deliverDue(this.#deps);
    return sales;
  }

  /** The next customer pays the oldest invoice; undefined where there is none. */
  async #sell(): Promise<Payment | undefined> {
    const customerId = this.#customers.shift();
    if (customerId === undefined) throw new Error('All customers have paid');
    const [invoice] = await this.#deps.komet.listOpenInvoices(COMPANY, { customerId, locationId: MIAMI });
    if (!invoice) return undefined;
    this.#time.now += 17 * MINUTE;
    const { payment } = await takePayment(this.#deps)(CLERK, {
      key: this.#key(),
      request: {
        locationId: MIAMI,
        customerId,
        method: 'in-app',
        source: { cardToken: await typeCardInto((request) => this.#gateway.fetch(request), miamiApiKey) },
        allocations: [{ invoiceId: invoice.id, amountCents: invoice.balanceCents }],
        amountCents: invoice.balanceCents,
      },
    });
    return payment;
  }

  /** In the morning after. */
  async #close(day: string): Promise<void> {
    this.#time.now = instantOf(shiftDay(day, 1), '13:00');
    const { run } = await reconcileDay(this.#deps)(CLERK, this.#key(), { locationId: MIAMI, day });
    const depositCents = run.deposit?.cents ?? 0;
    await closeDay(this.#deps)(CLERK, { key: this.#key(), id: run.id, depositCents });
  }

  async #voidAtVirtualTerminal(sale: Payment | undefined): Promise<void> {
    if (!sale?.transactionId) return;
    const account = await this.#account();
    const { transactionId, amountCents } = sale;
    await this.#deps.gateway.void(account, { orderId: this.#key(), transactionId, amountCents });
  }

  async #keyAtVirtualTerminal(): Promise<void> {
    const account = await this.#account();
    await this.#deps.gateway.sale(account, {
      orderId: '',
      amountCents: 4_200,
      feeCents: 0,
      source: {
        kind: 'card-token',
        token: await typeCardInto((request) => this.#gateway.fetch(request), miamiApiKey),
        storeCard: false,
      },
      invoiceText: 'Phone order',
      customerId: '',
    });
  }

  async #account() {
    return openAccount(this.#deps, await requireReadyAccount(this.#deps, { companyId: COMPANY, locationId: MIAMI }));
  }

  #key(): string {
    return `demo-past-${String(++this.#keys).padStart(8, '0')}`;
  }
}

const REASON = { reason: 'A box arrived frozen' };

const instantOf = (day: string, utc: string): number => Date.parse(`${day}T${utc}:00Z`);
