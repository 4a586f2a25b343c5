/** Texts of choosing a card terminal and of waiting for it. */
export const terminalEn = {
  'terminal.legend': 'Card terminal',
  'terminal.loading': 'Loading the terminals…',
  'terminal.failed': 'The terminals could not be loaded. Nothing was charged.',
  'terminal.retry': 'Retry',
  'terminal.none': 'No card terminal is ready at this location. Add one in Credit Card Terminals.',
  'terminal.one': 'the terminal',

  'wait.title': 'Waiting for the card at {terminal}',
  'wait.amount': 'The terminal shows {amount}.',
  'wait.present': 'Ask the customer to insert, tap or swipe the card there.',
  'wait.cancel': 'To cancel, press the red key on the terminal. This page follows by itself.',
  'wait.elapsed': 'Waiting for {time}',
  'wait.long': 'No card yet. If the terminal shows nothing, cancel it there; this page finds out what happened.',
} as const;
