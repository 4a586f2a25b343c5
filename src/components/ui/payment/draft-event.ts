import type { PaymentDraft } from '../../../domain/payment-draft.js';

/** A part composed the draft anew. Internal: neither bubbles nor leaves the widget. */
export class DraftEvent extends Event {
  static readonly type = 'komet-ui-draft';
  readonly draft: PaymentDraft;

  constructor(draft: PaymentDraft) {
    super(DraftEvent.type);
    this.draft = draft;
  }
}

/** A field's text that can't be read as an amount, or an empty text once it can. */
export class UnreadableEvent extends Event {
  static readonly type = 'komet-ui-unreadable';
  /** `amount`, `pay:<invoice id>` or `discount:<invoice id>`. */
  readonly field: string;
  readonly text: string;

  constructor(field: string, text: string) {
    super(UnreadableEvent.type);
    this.field = field;
    this.text = text;
  }
}
