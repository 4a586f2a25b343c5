import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { API_BASE } from '../.storybook/sandboxes.js';
import type { Sandbox } from '../sandbox/sandbox.js';
import '../src/components/card-request-form/card-request-form.js';
import { CUSTOMERS, screenOf } from './reversals.given.js';

const request = (sandbox: Sandbox) =>
  sandbox.call('POST', `/v1/customers/${CUSTOMERS.journey}/card-requests`, {
    locationId: 'miami',
    email: 'owner@petal.example',
    locale: 'en',
  }) as Promise<{ id: string }>;

/** The token at the end of the mailed link, and where this story's proxy is. */
function linkOf({ companyId, mails }: Sandbox) {
  const [, token] = /card-requests\/(\S+)/.exec(mails.at(-1)?.text ?? '') ?? [];
  return Promise.resolve({ token, apiBase: `${API_BASE}/${companyId}` });
}

/** What a customer sees behind the link of a card request. */
const meta: Meta = {
  title: 'Set-up/Card request form',
  component: 'komet-card-request-form',
  parameters: { docs: { story: { inline: false, height: '620px' } }, sandbox: request, subject: linkOf },
  render: (_, { loaded }) => {
    const { token, apiBase } = loaded as { token: string; apiBase: string };
    return html`<komet-card-request-form token=${token} api-base=${apiBase}></komet-card-request-form>`;
  },
};
export default meta;

/** The processor's form, and what the customer consents to. */
export const Open: StoryObj = {
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement, 'komet-card-request-form');
    await screen.sees('Alameda Blooms asks for your card');
    await screen.click('Save Card');
    await screen.sees('agree');
  },
};

/** The company withdrew it. */
export const Revoked: StoryObj = {
  parameters: {
    sandbox: async (sandbox: Sandbox) => {
      const { id } = await request(sandbox);
      await sandbox.call('DELETE', `/v1/card-requests/${id}`);
    },
  },
  play: async ({ canvasElement }) => {
    await screenOf(canvasElement, 'komet-card-request-form').sees('This link is no longer good');
  },
};

/** A part of the link was lost. */
export const Invalid: StoryObj = {
  parameters: { subject: async (sandbox: Sandbox) => ({ ...(await linkOf(sandbox)), token: 'crl_lost' }) },
  play: async ({ canvasElement }) => {
    await screenOf(canvasElement, 'komet-card-request-form').sees('This link is not valid');
  },
};
