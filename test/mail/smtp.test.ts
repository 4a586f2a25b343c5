import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import { createSmtpMailer } from '../../proxy/mail/smtp.js';
import { freePort } from '../../scripts/free-port.js';
import { startMailServer } from '../../simulator/mailbox/mailbox.js';
import { mailboxPage } from '../../simulator/mailbox/page.js';

const mail = {
  id: 'mail-1',
  to: 'buyer@petal.example',
  fromName: 'Alameda Blooms',
  subject: 'Añada una tarjeta',
  text: 'Abra https://pay.example/card-requests/1.abc\n<b>Gracias</b>',
  html: '<p>Abra el enlace</p>',
};
const log = { warn: () => undefined };
const mailerTo = (port: number) =>
  createSmtpMailer({ url: `smtp://localhost:${port}`, from: 'pay@alameda.example', log });

/** A mail server that answers every recipient with one line. */
async function givenServerSaying(line: string) {
  const server = createServer((socket) => {
    socket.write('220 test\r\n');
    socket.on('data', (data) => {
      const word = data.toString().slice(0, 4).toUpperCase();
      socket.write(word === 'RCPT' ? `${line}\r\n` : word === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

describe('a mail sent by SMTP', () => {
  test('arrives with its accents, its sender’s name and its link, and its markup stays text on the mailbox page', async () => {
    const port = await freePort();
    const server = startMailServer(port);
    assert.equal(await mailerTo(port).send(mail), 'sent');
    const [received] = server.mails;
    server.close();
    assert.equal(received?.subject, 'Añada una tarjeta');
    assert.equal(received.from, 'Alameda Blooms <pay@alameda.example>');
    assert.equal(received.to, 'buyer@petal.example');
    const page = await mailboxPage(server.mails).text();
    assert.match(page, /<a href="https:\/\/pay\.example\/card-requests\/1\.abc"/);
    assert.match(page, /&lt;b>Gracias/);
  });

  test('may be tried again when no server answers', async () => {
    assert.equal(await mailerTo(await freePort()).send(mail), 'failed');
  });

  test('is refused for good when the server knows no such mailbox, but not when it is only busy', async () => {
    const strict = await givenServerSaying('550 no such user');
    const busy = await givenServerSaying('451 try later');
    assert.equal(await mailerTo(strict.port).send(mail), 'refused');
    assert.equal(await mailerTo(busy.port).send(mail), 'failed');
    strict.close();
    busy.close();
  });
});
