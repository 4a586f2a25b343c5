import { css, unsafeCSS } from 'lit';

export type Paper = 'letter' | '80mm';

const PAPER = `
  .paper { background: #fff; color: #16191f; font: 13px/1.45 system-ui, 'Segoe UI', Roboto, sans-serif; font-variant-numeric: tabular-nums; }
  .paper h1 { font-size: 1.3em; margin: 0; }
  .paper h2 { font-size: 1.1em; margin: 16px 0 8px; }
  .paper p { margin: 0; }
  .paper dl { display: grid; gap: 4px 24px; grid-template-columns: repeat(auto-fill, minmax(170px, 1fr)); margin: 0 0 12px; }
  .paper dt { color: #566075; font-size: 0.9em; }
  .paper dd { margin: 0; overflow-wrap: anywhere; }
  .paper table { border-collapse: collapse; width: 100%; }
  .paper th, .paper td { border-bottom: 1px solid #d8dde4; font-weight: 400; padding: 4px 0; text-align: left; }
  .paper .amount { text-align: right; white-space: nowrap; }
  .paper .sums { display: block; margin: 12px 0 0; }
  .paper .sums div { display: flex; justify-content: space-between; }
  .paper .sums dd { text-align: right; }
  .paper .total { border-top: 1px solid #16191f; font-size: 1.15em; font-weight: 700; margin-top: 4px; padding-top: 4px; }
  .paper .total dt { color: inherit; font-size: 1em; }
  .paper .training { border: 1px solid currentcolor; margin-top: 12px; padding: 4px; text-align: center; }
`;

/** The same rules for the screen and for a document of its own. */
export const paperStyles = css`
  ${unsafeCSS(PAPER)}
`;

const PAGES: Readonly<Record<Paper, string>> = {
  letter: '@page { size: letter; margin: 18mm; }',
  '80mm':
    '@page { size: 80mm auto; margin: 3mm; } .paper { font-size: 11px; } .paper dl { grid-template-columns: 1fr; }',
};

export const printStyles = (paper: Paper): string => `body { margin: 0; } ${PAPER} ${PAGES[paper]}`;
