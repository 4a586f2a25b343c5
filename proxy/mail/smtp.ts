import { createTransport } from 'nodemailer';
import type { Log } from '../deps.js';
import type { Mailer, MailMessage, MailOutcome } from './port.js';

export interface SmtpOptions {
  /** `smtp://user:password@host:port`, or `smtps://` for TLS from the first byte. */
  readonly url: string;
  /** The address every mail comes from. */
  readonly from: string;
  readonly log: Pick<Log, 'warn'>;
}

const TIMEOUT_MS = 15_000;

/** Sends mails through an SMTP server. */
export function createSmtpMailer({ url, from, log }: SmtpOptions): Mailer {
  const transport = createTransport(
    { url, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS },
    { disableFileAccess: true, disableUrlAccess: true },
  );
  return {
    send: async ({ id, to, fromName, subject, text, html }: MailMessage): Promise<MailOutcome> => {
      const messageId = `<${id}@${from.slice(from.indexOf('@') + 1)}>`;
      try {
        await transport.sendMail({ messageId, from: { name: fromName, address: from }, to, subject, text, html });
        return 'sent';
      } catch (error) {
        const outcome = isFinal(error) ? 'refused' : 'failed';
        log.warn('mail-not-sent', { mailId: id, outcome, code: codeOf(error) });
        return outcome;
      }
    },
  };
}

/** The server's 5xx on the recipient or the message itself; one on our sign-in is for the operator to mend. */
function isFinal(error: unknown): boolean {
  const { code, responseCode } = Object(error) as { code?: unknown; responseCode?: unknown };
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return false;
  return typeof responseCode !== 'number' || responseCode >= 500;
}

function codeOf(error: unknown): string {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'string' ? code : 'unknown';
}
