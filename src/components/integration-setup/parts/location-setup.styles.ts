import { css } from 'lit';

export const styles = css`
  .set-up,
  .panel,
  section {
    display: grid;
    gap: var(--_gap);
  }
  .set-up {
    gap: calc(var(--_unit) * 5);
  }
  .steps {
    display: grid;
    gap: var(--_unit) var(--_gap);
    grid-template-columns: repeat(auto-fit, minmax(min(130px, 100%), 1fr));
  }
  .steps li {
    border-block-start: 3px solid var(--_border);
    display: grid;
    padding-block: calc(var(--_unit) * 2);
  }
  .steps .done {
    border-color: var(--_success);
  }
  .steps [aria-current='step'] {
    border-color: var(--_accent);
    font-weight: 600;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap) calc(var(--_unit) * 6);
  }
  dt {
    color: var(--_muted);
    font-size: 0.875em;
  }
`;
