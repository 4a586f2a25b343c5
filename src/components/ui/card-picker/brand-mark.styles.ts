import { css } from 'lit';

/** A brand as a small mark of letters. */
export const brandMarks = css`
  .mark {
    background: #eef1f6;
    border-radius: 3px;
    color: #2a3550;
    flex: none;
    font-size: 9px;
    font-weight: 800;
    inline-size: 36px;
    letter-spacing: 0.02em;
    line-height: 22px;
    outline: 1px solid rgb(120 130 150 / 30%);
    text-align: center;
  }
  .mark.visa {
    background: #fff;
    color: #16389c;
    font-style: italic;
  }
  .mark.mastercard {
    background: #fff3ec;
    color: #a53a00;
  }
  .mark.amex {
    background: #0f62ac;
    color: #fff;
  }
  .mark.discover {
    background: #fff7ea;
    color: #8a4b00;
  }
`;
