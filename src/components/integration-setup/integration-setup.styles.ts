import { css } from 'lit';

export const styles = css`
  .environment.live {
    background: var(--_subtle);
    border-color: var(--_border);
    color: var(--_text);
  }
  .frame {
    display: grid;
    gap: var(--_gap);
  }
  .place {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .places {
    display: grid;
    gap: var(--_gap);
  }
  .row {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
    inline-size: 100%;
    justify-content: space-between;
    min-block-size: var(--_row);
    padding-inline: calc(var(--_unit) * 4);
  }
  button.row {
    border: 0;
  }
  .place > komet-ui-location-setup {
    border-block-start: 1px solid var(--_border);
    padding: calc(var(--_unit) * 4);
  }
`;
