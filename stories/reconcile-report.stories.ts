import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/reconcile-report/reconcile-report.js';
import { daysBefore } from '../src/domain/date-range.js';
import { WindowScreen } from '../test/components/window-screen.js';
import { balancedDay, dayOff, openDay, TODAY, twoBatches } from './reconcile-report.given.js';

interface Args {
  day?: string;
  to?: string;
  readonly?: boolean;
}

/** Close the day: both reports side by side, every difference explained, the deposit and the lock. */
const meta: Meta<Args> = {
  title: 'A⁄R payment/Reconcile Report',
  component: 'komet-reconcile-report',
  args: { day: TODAY },
  parameters: { docs: { story: { inline: false, height: '760px' } } },
  render: ({ day, to, readonly = false }) =>
    html`<komet-reconcile-report .day=${day} .to=${to} ?readonly=${readonly}></komet-reconcile-report>`,
};
export default meta;

type Story = StoryObj<Args>;

const screenOf = (canvas: HTMLElement) => new WindowScreen(canvas.querySelector('komet-reconcile-report')!);

const sees =
  (...texts: string[]): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    for (const text of texts) await screenOf(canvasElement).sees(text);
  };

/** Every payment is at the processor: the value to deposit, and nothing to explain. */
export const DayMatches: Story = { parameters: { sandbox: balancedDay }, play: sees('Balanced: $250.00') };

/** A sale that Komet knows nothing of: its cents, the likely cause and what to do. */
export const DayDiffers: Story = {
  parameters: { sandbox: dayOff },
  play: sees('Off by $23.10: 1 difference', 'Missing in Komet'),
};

/** A note explains the difference, so that the day can be closed all the same. */
export const Explained: Story = {
  parameters: { sandbox: dayOff },
  play: async (context) => {
    await sees('Off by $23.10: 1 difference')(context);
    const screen = screenOf(context.canvasElement);
    await screen.sees('Save note');
    const note = screen.all<HTMLTextAreaElement>('textarea').find((area) => area.ariaLabel?.startsWith('Note on'));
    if (note) note.value = 'Phone order, entered tomorrow';
    await screen.click('Save note');
    await screen.sees('Off by $23.10, explained');
  },
};

/** Locked, with who, when, the fingerprints and the deposit slip. */
export const Closed: Story = {
  parameters: { sandbox: balancedDay },
  play: async (context) => {
    await sees('Balanced: $250.00')(context);
    const screen = screenOf(context.canvasElement);
    screen.all('#close-day')[0]?.click();
    screen.all('#close-dialog .primary')[0]?.click();
    await screen.sees('Closed by');
  },
};

/** Part of the day stands in a batch that is still open: it is closed first, by our totals. */
export const BatchOpen: Story = {
  parameters: { sandbox: openDay },
  play: async (context) => {
    await sees('Its batch is still open at the processor.')(context);
    const screen = screenOf(context.canvasElement);
    await screen.click('Close the open batch now');
    await screen.sees('is closed with $250.00');
  },
};

/** One batch of the day alone: what each side has in it, and its lines. */
export const OneBatch: Story = {
  parameters: { sandbox: twoBatches },
  play: async (context) => {
    await sees('All batches', 'Batch 8')(context);
    const screen = screenOf(context.canvasElement);
    await screen.click('Batch 8');
    await screen.sees('Komet has $150.00, the processor $151.00. Off by $1.00.');
  },
};

/** A week at once, for a look back: each of its days is closed by itself. */
export const SeveralDays: Story = {
  args: { day: daysBefore(TODAY, 6), to: TODAY },
  parameters: { sandbox: balancedDay },
  play: sees('Balanced: $250.00', 'Each day is closed by itself'),
};

/** Which days of the month are closed, open or off. */
export const Month: Story = {
  parameters: { sandbox: balancedDay },
  play: async (context) => {
    await sees('Balanced: $250.00')(context);
    await screenOf(context.canvasElement).click('Month');
  },
};

/** Nothing was paid that day. */
export const Empty: Story = { args: { day: daysBefore(TODAY, 3) }, play: sees('No card payments that day') };

/** A day that the processor no longer keeps: the Batch report as a file is the way. */
export const TooOld: Story = { args: { day: daysBefore(TODAY, 100) }, play: sees('The processor keeps 90 days') };

/** A page that only shows the day. */
export const Readonly: Story = {
  args: { readonly: true },
  parameters: { sandbox: balancedDay },
  play: sees('This page only shows the day.'),
};
