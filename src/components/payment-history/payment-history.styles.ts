import { css } from 'lit';

export const styles = css`
  :host {
    background: var(--_surface);
    container-type: inline-size;
  }
  .frame {
    display: grid;
    gap: var(--_gap);
    padding: calc(var(--_unit) * 4);
  }
  .head {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 2) var(--_gap);
  }
  .head h2 {
    margin-inline-end: auto;
  }
  .range {
    color: var(--_muted);
    font-weight: 400;
    margin-inline-start: 6px;
  }
  .search {
    align-items: end;
    background: var(--_subtle);
    border-radius: var(--_radius);
    display: grid;
    gap: var(--_gap);
    grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
    padding: var(--_gap);
  }
  .search .acts {
    display: flex;
    gap: var(--_gap);
    white-space: nowrap;
  }
  .columns {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_unit) * 5);
    padding: calc(var(--_unit) * 2) var(--_gap);
  }
  .totals {
    display: flex;
    flex-wrap: wrap;
    gap: 4px calc(var(--_unit) * 6);
    min-block-size: 1.45em;
  }
  .totals > div {
    display: flex;
    gap: 6px;
  }
  .totals .bone {
    inline-size: 240px;
  }
  .totals dt {
    color: var(--_muted);
  }
  .totals dd {
    font-weight: 500;
  }
  .totals .net {
    margin-inline-start: auto;
  }
  .totals .net dd {
    font-weight: 700;
  }
  .center {
    display: grid;
    gap: 8px;
    justify-items: center;
    padding: 40px 16px;
    text-align: center;
  }
  .skeleton {
    display: grid;
    gap: 18px;
    padding-block: 12px;
  }
`;
