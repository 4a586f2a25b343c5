import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as its reader sees it. */
export interface ReceivedMail {
  readonly receivedAt: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface MailServer {
  /** Newest first. */
  readonly mails: readonly ReceivedMail[];
  close(): void;
}

const MOST_KEPT = 200;

/** A mail server that delivers nothing: whatever it is given can be read on the mailbox page. Takes anyone on this machine. */
export function startMailServer(port: number): MailServer {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    size: 1_000_000,
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(', ');
        void read(Buffer.concat(chunks), to).then((mail) => {
          mails.unshift(mail);
          mails.splice(MOST_KEPT);
          callback();
        }, callback);
      });
    },
  });
  server.on('error', (error) => process.stderr.write(`Mailbox: ${error.message}\n`));
  server.listen(port, 'localhost');
  return { mails, close: () => server.close(() => undefined) };
}

async function read(source: Buffer, to: string): Promise<ReceivedMail> {
  const { from, subject = '', text = '' } = await PostalMime.parse(source);
  const sender = from ? `${from.name} <${from.address ?? ''}>` : '';
  return { receivedAt: new Date().toISOString(), from: sender, to, subject, text };
}
