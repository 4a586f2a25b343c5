type Icon = 'paintbrush' | 'globe' | 'component' | 'user';
type Choice = readonly [value: string, title: string];

const choice = (name: string, description: string, icon: Icon, items: readonly Choice[]) => ({
  name,
  description,
  toolbar: { title: name, icon, dynamicTitle: true, items: items.map(([value, title]) => ({ value, title })) },
});

/** What a designer can change for every story from the toolbar. */
export const toolbar = {
  theme: choice('Theme', 'Colours of the widgets', 'paintbrush', [
    ['light', 'Light'],
    ['dark', 'Dark'],
    ['high-contrast', 'High contrast'],
    ['auto', 'As the page'],
  ]),
  locale: choice('Language', 'Language of the widgets', 'globe', [
    ['en', 'English'],
    ['es', 'Español'],
  ]),
  density: choice('Density', 'Room around the controls', 'component', [
    ['compact', 'Compact'],
    ['regular', 'Regular'],
    ['touch', 'Touch'],
  ]),
  role: choice('Role', 'Who is signed in', 'user', [
    ['Accounts Receivables', 'Accounts receivable clerk'],
    ['Administrator', 'Administrator'],
    ['Credit Manager', 'May look, not charge'],
    ['Sales Allocations', 'No right to payments'],
    ['Customer', 'Customer portal'],
  ]),
};

export type Choices = Record<keyof typeof toolbar, string>;

export const initialChoices: Choices = {
  theme: 'light',
  locale: 'en',
  density: 'regular',
  role: 'Accounts Receivables',
};
