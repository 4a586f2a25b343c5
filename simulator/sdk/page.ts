const field = (name: string, label: string) => `
      <div class="field" id="${name}-field">
        <label for="${name}">${label}</label>
        <input id="${name}" inputmode="numeric" spellcheck="false" aria-describedby="${name}-error" aria-invalid="false" />
        <p class="error" id="${name}-error" role="status"></p>
      </div>`;

/** The card form's page. Nothing inline, so that it lives under the strictest policy. */
export const framePage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Card details</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'" />
    <link rel="stylesheet" href="frame.css" />
    <script src="frame.js" defer></script>
  </head>
  <body>
    <main>
      <div id="card-form" role="group" aria-label="Card details">${field('card', 'Card number')}${field('exp-date', 'Expiry')}${field('csc', 'CSC')}
      </div>
    </main>
  </body>
</html>
`;

/** The hooks for the host's `styles`: #card-form, .field, label, input, .error. */
export const frameCss = `
:root { color-scheme: light; background: transparent; }
* { box-sizing: border-box; }
body { margin: 0; padding: 3px; font: 15px/1.4 system-ui, sans-serif; color: #1f2933; }
#card-form { display: grid; grid-template-columns: minmax(11.5em, 1fr) 5.5em 5em; gap: 0.25em 0.75em; }
label { display: block; margin-block-end: 0.25em; font-size: 0.867em; font-weight: 600; }
input {
  inline-size: 100%; min-block-size: 2.4em; padding: 0.35em 0.6em; border: 1px solid #768390; border-radius: 4px;
  background: #fff; color: inherit; font: inherit; font-variant-numeric: tabular-nums;
}
input::placeholder { color: #66707b; opacity: 1; }
input:focus-visible { outline: 2px solid #0b5fff; outline-offset: 1px; }
input[aria-invalid='true'] { border-color: #b42318; }
.error { margin: 0.25em 0 0; color: #b42318; font-size: 0.8em; }
.error:empty { display: none; }
@media (max-width: 350px) {
  #card-form { grid-template-columns: 1fr 1fr; }
  #card-field { grid-column: 1 / -1; }
}
`;
