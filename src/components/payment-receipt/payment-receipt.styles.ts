import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  .frame {
    display: grid;
    gap: var(--_gap);
    justify-items: center;
    padding: calc(var(--_unit) * 4);
  }
  .paper {
    border: 1px solid var(--_border);
    border-radius: 2px;
    box-shadow: 0 2px 10px rgb(10 20 40 / 10%);
    inline-size: 100%;
    max-inline-size: 560px;
    padding: 24px;
  }
  .roll .paper {
    max-inline-size: 300px;
    padding: 12px;
  }
  .acts {
    align-items: end;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
    inline-size: 100%;
    max-inline-size: 560px;
  }
  .acts form {
    align-items: end;
    display: flex;
    flex: 1 1 240px;
    gap: calc(var(--_unit) * 2);
  }
  .acts form .field {
    flex: 1;
  }
  .roll {
    display: contents;
  }
  .status {
    inline-size: 100%;
    max-inline-size: 560px;
  }
`;
