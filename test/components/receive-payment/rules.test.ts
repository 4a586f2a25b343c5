import { expect } from '@open-wc/testing';
import type { Invoice } from '../../../src/contract/invoice.js';
import { blockedOf, type Readiness } from '../../../src/components/ui/payment/blocked.js';
import { todayIn } from '../../../src/components/ui/today.js';
import { expiryState } from '../../../src/components/ui/card-picker/card-expiry.js';
import { matching } from '../../../src/components/receive-payment/parts/invoice-filter.js';
import { payStop, type PayConditions } from '../../../src/components/receive-payment/parts/pay-stop.js';
import { isOutdated, refusalOf } from '../../../src/components/ui/payment/refusal.js';
import { rowsInSight } from '../../../src/components/ui/row-window.js';
import { PROBLEMS, type Problem, type ProblemCode } from '../../../src/contract/problem.js';
import { clientError, problemError } from '../../../src/services/pay-error.js';

const invoice = (number: string, customerPo?: string): Invoice => ({
  id: `inv-${number}`,
  number,
  customerId: '25',
  locationId: 'miami',
  shipDate: '2026-11-01',
  totalCents: 100,
  balanceCents: 100,
  openCents: 100,
  ...(customerPo && { customerPo }),
});

const problem = (code: ProblemCode, more: Partial<Problem> = {}): Problem => {
  const { status, title, moneyMoved, next } = PROBLEMS[code];
  return { type: 'about:blank', code, status, title, moneyMoved, next, requestId: 'r-1', ...more };
};

const refused = (code: ProblemCode, more: Partial<Problem> = {}) =>
  refusalOf(problemError(problem(code, more), true), { invoices: [invoice('1001')], credits: [] });

describe('searching the invoices', () => {
  const invoices = [invoice('1001', 'PO-77'), invoice('1002')];
  it('finds by part of the number', () => expect(matching(invoices, '02')).to.deep.equal([invoices[1]]));
  it('finds by customer PO in any case', () => expect(matching(invoices, 'po-7')).to.deep.equal([invoices[0]]));
  it('wants every word', () => expect(matching(invoices, '1002 po')).to.deep.equal([]));
});

describe('the expiry of a card', () => {
  for (const [mmyy, state] of [
    ['1026', 'expired'],
    ['1126', 'soon'],
    ['1226', 'soon'],
    ['0127', 'valid'],
  ] as const) {
    it(`${mmyy} is ${state} in November 2026`, () => expect(expiryState(mmyy, '2026-11-23')).to.equal(state));
  }
  it('says nothing when the processor did not tell it', () =>
    expect(expiryState(undefined, '2026-11-23')).to.equal('valid'));
});

describe('why nothing can be paid', () => {
  const fine: PayConditions = {
    readonly: false,
    online: true,
    permissions: ['pay'],
    customer: { active: true, currency: 'USD' },
    location: { name: 'Miami', integrationState: 'ready' },
  };
  const cases: readonly [string, Partial<PayConditions>, string | undefined][] = [
    ['nothing', {}, undefined],
    ['a read-only tag', { readonly: true, online: false }, 'read-only'],
    ['a missing right', { permissions: ['pay:read'] }, 'no-pay-right'],
    ['an inactive customer', { customer: { active: false, currency: 'USD' } }, 'customer-inactive'],
    ['another currency', { customer: { active: true, currency: 'CAD' } }, 'not-usd'],
    ['no location', { location: undefined }, 'no-location'],
    ['a location without keys', { location: { name: 'Miami', integrationState: 'keys-pending' } }, 'not-ready'],
    ['no connection', { online: false }, 'offline'],
  ];
  for (const [why, change, kind] of cases) {
    it(`${why} stops it as ${kind ?? 'nothing'}`, () => expect(payStop({ ...fine, ...change })?.kind).to.equal(kind));
  }
});

describe('what keeps the account from being shown', () => {
  const ready: Readiness = { provider: 'ready', sessionError: undefined, mayLook: true, loadError: undefined };
  const cases: readonly [Partial<Readiness>, string | undefined][] = [
    [{}, undefined],
    [{ provider: 'loading', mayLook: false }, undefined],
    [{ provider: 'not-configured' }, 'not-configured'],
    [{ provider: 'failed' }, 'session-failed'],
    [{ mayLook: false }, 'no-right'],
    [{ loadError: problemError(problem('not-found'), false) }, 'customer-not-found'],
    [{ loadError: problemError(problem('not-permitted', { permission: 'card:read' }), false) }, 'no-right'],
    [{ loadError: clientError('unreachable') }, 'load-failed'],
  ];
  for (const [change, kind] of cases) {
    it(`${JSON.stringify(change)} is ${kind ?? 'nothing'}`, () =>
      expect(blockedOf({ ...ready, ...change })?.kind).to.equal(kind));
  }
});

describe('what a refused payment means', () => {
  it('names the busy invoices', () =>
    expect(refused('invoice-busy', { items: [{ id: 'inv-1001' }] })).to.deep.equal({
      kind: 'busy-invoices',
      numbers: ['1001'],
    }));
  it('takes a balance rule for a changed balance', () =>
    expect(refused('rule-broken', { rule: 'invoice-not-open' }).kind).to.equal('changed'));
  it('asks about a suspected duplicate', () =>
    expect(refused('rule-broken', { rule: 'suspected-duplicate' }).kind).to.equal('duplicate'));
  it('has the fee read anew once it has changed', () => expect(isOutdated(refused('fee-changed'))).to.equal(true));
  it('leaves every other rule to its own words', () =>
    expect(refused('rule-broken', { rule: 'date-locked' }).kind).to.equal('other'));
});

describe('the rows of a long table', () => {
  it('are all drawn while there are few', () => expect(rowsInSight(60, 44, 0, 440)).to.include({ start: 0, end: 60 }));
  it('are those in sight with a margin, and the rest is space', () =>
    expect(rowsInSight(1000, 44, 44 * 500, 440)).to.deep.equal({
      start: 488,
      end: 522,
      beforePx: 488 * 44,
      afterPx: 478 * 44,
    }));
  it('end with the last one', () => expect(rowsInSight(100, 44, 1e6, 440).end).to.equal(100));
});

describe('the day at a location', () => {
  const late = new Date('2026-11-24T03:30:00Z');
  it('is told in the time zone of the location', () =>
    expect(todayIn('America/New_York', late)).to.equal('2026-11-23'));
  it('may be another one elsewhere', () => expect(todayIn('Europe/Madrid', late)).to.equal('2026-11-24'));
});
