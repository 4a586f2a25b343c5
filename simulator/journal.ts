/** One call the gateway received, and what came of it. Never holds a card number or a security code. */
export interface JournalEntry {
  seq: number;
  /** ISO time. */
  at: string;
  method: string;
  /** Without query; long digit runs masked but for the last four. */
  path: string;
  merchantId?: string;
  terminalId?: string;
  orderId?: string;
  transactionId?: string;
  type?: string;
  /** As in the booked transaction, or as asked when nothing was booked: "12.34". */
  amount?: string;
  /** HTTP status and result code of the gateway's own decision, as "402/012"; "dropped" when a fault ate the call. */
  outcome: string;
  /** This call recorded an approved transaction. */
  booked: boolean;
  /** Kind of the fault that altered this call. */
  fault?: string;
}

export interface Journal {
  entries(): readonly JournalEntry[];
  add(entry: Omit<JournalEntry, 'seq'>): void;
}

/** `counter` survives a restart, so that a journal file stays one series. */
export function createJournal(counter: { journal: number }, write?: (entry: JournalEntry) => void): Journal {
  const entries: JournalEntry[] = [];
  return {
    entries: () => entries,
    add: (entry) => {
      const numbered = Object.freeze({ seq: ++counter.journal, ...entry });
      entries.push(numbered);
      write?.(numbered);
    },
  };
}
