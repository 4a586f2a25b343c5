import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { presetOf, rangeOf } from '../../src/domain/date-range.js';

describe('the days of a preset', () => {
  it('reach over month and year ends', () => {
    assert.deepEqual(rangeOf('yesterday', '2027-01-01'), { from: '2026-12-31', to: '2026-12-31' });
    assert.deepEqual(rangeOf('last-month', '2027-01-15'), { from: '2026-12-01', to: '2026-12-31' });
    assert.deepEqual(rangeOf('last-month', '2028-03-31'), { from: '2028-02-01', to: '2028-02-29' });
    assert.deepEqual(rangeOf('last-30-days', '2026-03-01'), { from: '2026-01-31', to: '2026-03-01' });
  });

  it('begin a week on Monday, also on a Sunday', () => {
    assert.deepEqual(rangeOf('this-week', '2026-11-23'), { from: '2026-11-23', to: '2026-11-23' });
    assert.deepEqual(rangeOf('this-week', '2026-11-29'), { from: '2026-11-23', to: '2026-11-29' });
  });

  it('are known again as the preset', () => {
    assert.equal(presetOf({ from: '2026-11-01', to: '2026-11-23' }, '2026-11-23'), 'this-month');
    assert.equal(presetOf({ from: '2026-11-02', to: '2026-11-05' }, '2026-11-23'), undefined);
  });
});
