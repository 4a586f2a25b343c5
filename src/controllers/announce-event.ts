export type Urgency = 'polite' | 'assertive';

/** Asks the provider around to say a text. Internal, though it has to leave the shadow tree to get there. */
export class AnnounceEvent extends Event {
  static readonly type = 'komet-ui-announce';
  readonly text: string;
  readonly urgency: Urgency;

  constructor(text: string, urgency: Urgency) {
    super(AnnounceEvent.type, { bubbles: true, composed: true });
    this.text = text;
    this.urgency = urgency;
  }
}
