import type { Mailer, MailMessage } from '../proxy/mail/port.js';

/** A mail server that keeps what it is given, newest last. */
export interface Mailbox extends Mailer {
  readonly mails: readonly MailMessage[];
}

export function createMailbox(): Mailbox {
  const mails: MailMessage[] = [];
  return {
    mails,
    send: (message) => {
      mails.push(message);
      return Promise.resolve('sent');
    },
  };
}
