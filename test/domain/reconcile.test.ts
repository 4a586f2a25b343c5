import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { contributionCents, isInRange, type DayRange, type Entry } from '../../src/domain/reconcile/entry.js';
import { reconcile } from '../../src/domain/reconcile/reconcile.js';
import { GROUPS, groupName, type DifferenceKind } from '../../src/domain/reconcile/result.js';
import { SAME_KEY } from './same-key.js';

const DAY = '2026-11-20';
const range: DayRange = { from: DAY, to: DAY };

const entry = (id: string, members: Partial<Entry> = {}): Entry => ({
  id,
  transactionId: id.replace(/\D/g, '') || '1',
  kind: 'sale',
  state: 'approved',
  amountCents: 10_000,
  feeCents: 0,
  tipCents: 0,
  day: DAY,
  locationId: 'miami',
  ...members,
});

const kinds = (komet: Entry[], processor: Entry[]) =>
  reconcile(komet, processor, range).differences.map(({ kind, cause, cents }) => ({ kind, cause, cents }));

describe('reconciling a day', () => {
  test('is balanced when both sides hold the same transactions', () => {
    const result = reconcile([entry('k30', { amountCents: 25_000 })], [entry('p30', { amountCents: 25_000 })], range);
    assert.equal(result.balanced, true);
    assert.equal(result.komet.totalCents, 25_000);
    assert.equal(result.processor.totalCents, 25_000);
  });

  test('example 8: a same-day charge back matches its void and is no difference', () => {
    const komet = [
      entry('k1', { transactionId: '1', amountCents: 25_000 }),
      entry('k1r', { transactionId: '9', parentId: '1', kind: 'void', amountCents: -25_000 }),
      entry('k2', { transactionId: '2', amountCents: 6_000 }),
    ];
    const voided = [
      entry('p1', { transactionId: '1', amountCents: 25_000, state: 'voided' }),
      entry('p9', { transactionId: '9', parentId: '1', kind: 'void', amountCents: 0 }),
      entry('p2', { transactionId: '2', amountCents: 6_000 }),
    ];
    for (const processor of [voided, voided.slice(0, 1).concat(voided.slice(2)), voided.slice(2)]) {
      const result = reconcile(komet, processor, range);
      assert.deepEqual(result.differences, []);
      assert.equal(result.komet.totalCents, 6_000);
      assert.equal(result.processor.totalCents, 6_000);
      assert.equal(groupName(result.komet.group[0] as number), 'voided-pair');
    }
  });

  const table: [string, Entry[], Entry[], DifferenceKind, string, number][] = [
    [
      'a sale keyed at the virtual terminal',
      [],
      [entry('p1')],
      'missing-in-komet',
      'keyed-at-virtual-terminal',
      -10_000,
    ],
    [
      'a sale of ours that never reached Komet',
      [],
      [entry('p1', { orderId: 'o' })],
      'missing-in-komet',
      'posting-lost',
      -10_000,
    ],
    [
      'a booking the processor never saw',
      [entry('k1', { transactionId: undefined as never })],
      [],
      'missing-at-processor',
      'not-sent-to-processor',
      10_000,
    ],
    ['a charge the processor no longer shows', [entry('k1')], [], 'missing-at-processor', 'gone-at-processor', 10_000],
    ['an edited amount', [entry('k1')], [entry('p1', { amountCents: 9_000 })], 'amount', 'amount-edited', 1_000],
    [
      'a fee that only the processor counts',
      [entry('k1')],
      [entry('p1', { amountCents: 10_290, feeCents: 290 })],
      'fee',
      'fee-on-one-side-only',
      -290,
    ],
    [
      'a tip that only the processor counts',
      [entry('k1')],
      [entry('p1', { amountCents: 11_500, tipCents: 1_500 })],
      'tip',
      'tip-on-one-side-only',
      -1_500,
    ],
    [
      'a refund booked as a sale',
      [entry('k1')],
      [entry('p1', { kind: 'refund', amountCents: -10_000 })],
      'sign',
      'sale-booked-as-refund',
      20_000,
    ],
    [
      'a sale settled in the next batch',
      [entry('k1')],
      [entry('p1', { day: '2026-11-21' })],
      'cut-off',
      'settled-after-cut-off',
      10_000,
    ],
    [
      'a refund settled in a later batch',
      [entry('k1', { kind: 'refund', amountCents: -10_000 })],
      [entry('p1', { kind: 'refund', amountCents: -10_000, day: '2026-11-21' })],
      'later-batch',
      'refund-settles-later',
      -10_000,
    ],
    [
      'a sale of another location',
      [entry('k1')],
      [entry('p1', { locationId: 'bogota' })],
      'wrong-location',
      'other-location',
      0,
    ],
    [
      'a declined sale that was booked',
      [entry('k1')],
      [entry('p1', { state: 'declined' })],
      'declined-but-booked',
      'declined-at-processor',
      10_000,
    ],
    [
      'a sale voided at the processor only',
      [entry('k1')],
      [entry('p1', { state: 'voided' })],
      'missing-at-processor',
      'voided-at-processor',
      10_000,
    ],
  ];
  for (const [name, komet, processor, kind, cause, cents] of table) {
    test(`explains ${name}`, () => assert.deepEqual(kinds(komet, processor), [{ kind, cause, cents }]));
  }

  test('tells a card charged twice from a payment missing in Komet', () => {
    const twin = { last4: '1111', reference: 'INV-1' };
    const processor = [entry('p1', { ...twin, transactionId: '1' }), entry('p2', { ...twin, transactionId: '2' })];
    assert.deepEqual(kinds([entry('k1', { ...twin, transactionId: '1' })], processor), [
      { kind: 'duplicate', cause: 'charged-twice', cents: -10_000 },
    ]);
  });

  test('matches by order-id, then by reference and amount, then by card and authorization, and says which', () => {
    const bare = { transactionId: undefined as never };
    const sides = (members: Partial<Entry>): [Entry[], Entry[]] => [
      [entry('k1', { ...bare, ...members })],
      [entry('p1', { ...members, transactionId: '7' })],
    ];
    const ruleOf = (members: Partial<Entry>) => reconcile(...sides(members), range).komet.rule[0];
    assert.equal(ruleOf({ orderId: 'kpw-1' }), 1);
    assert.equal(ruleOf({ reference: 'INV-1' }), 2);
    assert.equal(ruleOf({ last4: '1111', authorizationCode: 'TAS517' }), 3);
  });
});

const id = fc.integer({ min: 1, max: 12 }).map(String);
const anyEntry = (side: string): fc.Arbitrary<Entry[]> =>
  fc
    .array(
      fc.record(
        {
          transactionId: fc.oneof(
            id,
            id.map((n) => `T-${n}`),
            fc.constantFrom(...SAME_KEY),
          ),
          orderId: id,
          reference: id,
          parentId: id,
          kind: fc.constantFrom('sale' as const, 'refund' as const, 'void' as const),
          state: fc.constantFrom('approved' as const, 'approved' as const, 'declined' as const, 'voided' as const),
          amountCents: fc.integer({ min: 1, max: 4 }).map((n) => n * 1000),
          feeCents: fc.constantFrom(0, 1000),
          tipCents: fc.constantFrom(0, 1000),
          last4: fc.constantFrom('1111', '4242'),
          authorizationCode: id,
          day: fc.constantFrom('2026-11-19', DAY, '2026-11-21'),
          locationId: fc.constantFrom('miami', 'bogota'),
        },
        { requiredKeys: ['kind', 'state', 'amountCents', 'feeCents', 'tipCents', 'day', 'locationId'] },
      ),
      { maxLength: 12 },
    )
    .map((rows) =>
      rows.map((row, index) => ({
        ...row,
        id: `${side}${index}`,
        amountCents: row.kind === 'sale' ? row.amountCents : -row.amountCents,
      })),
    );

const both = [anyEntry('k'), anyEntry('p')] as const;
const runs = { numRuns: 2_000 };
const inRangeCents = (entries: readonly Entry[]) =>
  entries.filter((one) => isInRange(one, range)).reduce((sum, one) => sum + contributionCents(one), 0);

describe('whatever the two reports hold', () => {
  test('both totals are kept and the differences explain all that lies between them', () => {
    fc.assert(
      fc.property(...both, (komet, processor) => {
        const result = reconcile(komet, processor, range);
        assert.equal(result.komet.totalCents, inRangeCents(komet));
        assert.equal(result.processor.totalCents, inRangeCents(processor));
        assert.equal(
          result.differences.reduce((sum, one) => sum + one.cents, 0),
          result.offCents,
        );
      }),
      runs,
    );
  });

  test('every entry ends in exactly one group and differs at most once', () => {
    fc.assert(
      fc.property(...both, (komet, processor) => {
        const result = reconcile(komet, processor, range);
        for (const code of [...result.komet.group, ...result.processor.group]) assert.ok(code < GROUPS.length);
        const named = result.differences.flatMap((one) => [
          ...one.komet.map((at) => `k${at}`),
          ...one.processor.map((at) => `p${at}`),
        ]);
        assert.equal(new Set(named).size, named.length);
      }),
      runs,
    );
  });

  test('the order of the lists changes nothing', () => {
    const shuffled = <T>(items: readonly T[], seed: number) =>
      items
        .map((item, index) => ({ item, rank: Math.imul(index + 1, seed) >>> 0 }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ item }) => item);
    const named = (komet: readonly Entry[], processor: readonly Entry[]) =>
      reconcile(komet, processor, range).differences.map((one) => ({
        ...one,
        komet: one.komet.map((at) => komet[at]?.id),
        processor: one.processor.map((at) => processor[at]?.id),
      }));
    fc.assert(
      fc.property(...both, fc.integer({ min: 3 }), (komet, processor, seed) => {
        assert.deepEqual(named(shuffled(komet, seed | 1), shuffled(processor, seed | 3)), named(komet, processor));
      }),
      runs,
    );
  });

  test('swapping the sides mirrors the result', () => {
    fc.assert(
      fc.property(...both, (komet, processor) => {
        const straight = reconcile(komet, processor, range);
        const mirrored = reconcile(processor, komet, range);
        assert.equal(mirrored.offCents, -straight.offCents || 0);
        assert.deepEqual([...mirrored.komet.match], [...straight.processor.match]);
        const mirror = (code: number) =>
          groupName(code).replace('in-komet', '#').replace('at-processor', 'in-komet').replace('#', 'at-processor');
        assert.deepEqual([...mirrored.komet.group].map(mirror), [...straight.processor.group].map(groupName));
      }),
      runs,
    );
  });
});
