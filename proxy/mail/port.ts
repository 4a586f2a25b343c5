/** One mail. Text and HTML say the same. */
export interface MailMessage {
  /** Ours; a mail that has to be sent again carries the same one, so that mail servers can tell that it is the same. */
  readonly id: string;
  readonly to: string;
  /** Who writes, as a person reads it: the company's name. */
  readonly fromName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** `refused` is the mail server's last word on this mail; after `failed` another try may succeed. */
export type MailOutcome = 'sent' | 'refused' | 'failed';

/** Hands mails to a mail server. Never throws. */
export interface Mailer {
  send(message: MailMessage): Promise<MailOutcome>;
}
