import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { Mailer, MailMessage, MailOutcome } from '../../proxy/mail/port.js';
import { queueMail } from '../../proxy/operations/mail/queue-mail.js';
import { sendMail, sendMails } from '../../proxy/operations/mail/send-mails.js';
import { closeStore, givenBackend } from './given.js';

after(closeStore);

const message = { to: 'buyer@petal.example', fromName: 'Test Blooms', subject: 'Hi', text: 'secret-link', html: '' };
const HOUR = 3_600_000;

/** A mail in the outbox, and a mail server that answers as told, the last answer for ever. */
async function givenMail(...answers: MailOutcome[]) {
  const backend = await givenBackend();
  const got: MailMessage[] = [];
  const mailer: Mailer = {
    send: (mail) => {
      got.push(mail);
      return Promise.resolve(answers[Math.min(got.length, answers.length) - 1] ?? 'sent');
    },
  };
  const deps = backend.with({ mailer });
  const { companyId } = backend;
  const id = await deps.store.transaction((tx) => queueMail(deps, tx, { companyId, entityId: 'e1', message }));
  const row = () =>
    deps.store.db.selectFrom('mail').selectAll().where('company_id', '=', companyId).executeTakeFirstOrThrow();
  return { backend, deps, got, row, send: () => sendMail(deps, companyId, id) };
}

describe('a mail in the outbox', () => {
  test('is sealed until it is sent, and then gone', async () => {
    const { row, send, got } = await givenMail();
    assert.ok(!Buffer.from((await row()).sealed ?? []).includes('secret-link'));
    await send();
    assert.equal(got[0]?.text, 'secret-link');
    assert.equal((await row()).sealed, null);
  });

  test('is sent once, however often it is looked for', async () => {
    const { deps, send, got } = await givenMail();
    await Promise.all([send(), send(), sendMails(deps)]);
    await send();
    assert.equal(got.length, 1);
  });

  test('is tried again under the same id after a growing pause', async () => {
    const { backend, row, send, got } = await givenMail('failed', 'failed', 'sent');
    const pauses: number[] = [];
    for (let round = 0; round < 2; round++) {
      await send();
      pauses.push(Date.parse((await row()).next_try_at) - backend.deps.clock());
      await send();
      backend.passTime(pauses.at(-1) ?? 0);
    }
    await send();
    assert.ok((pauses[1] ?? 0) > (pauses[0] ?? 0));
    assert.equal(got.length, 3);
    assert.equal(new Set(got.map(({ id }) => id)).size, 1);
  });

  test('survives a process that dies while it sends', async () => {
    const { backend, deps, got, send } = await givenMail();
    const dying = { ...deps, mailer: { send: () => Promise.reject(new Error('killed')) } };
    await sendMails(dying).catch(() => undefined);
    await send();
    assert.equal(got.length, 0, 'not while the other may still be at it');
    backend.passTime(HOUR);
    await send();
    assert.equal(got.length, 1);
  });

  test('is given up when the server refuses it, and when it has become useless', async () => {
    const refused = await givenMail('refused');
    await refused.send();
    assert.notEqual((await refused.row()).given_up_at, null);
    const late = await givenMail('failed');
    await late.send();
    late.backend.passTime(25 * HOUR);
    await late.send();
    assert.equal(late.got.length, 1);
    assert.notEqual((await late.row()).given_up_at, null);
  });

  test('is refused before anything is kept where no mail server is set up', async () => {
    const { deps } = await givenBackend();
    const unset = { ...deps, mailer: undefined };
    const queued = unset.store.transaction((tx) => queueMail(unset, tx, { companyId: 'any', entityId: 'e1', message }));
    await assert.rejects(queued, { code: 'mail-not-configured' });
  });
});
