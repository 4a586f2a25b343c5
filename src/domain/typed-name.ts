/** Whether a name was typed, whatever its capitals; accents that a keyboard lacks may be left out. */
export function isNameTyped(typed: string, name: string): boolean {
  return bareOf(typed) === bareOf(name);
}

/** Whether what is typed so far may still become the name. */
export function isNameBegun(typed: string, name: string): boolean {
  return bareOf(name).startsWith(bareOf(typed));
}

const bareOf = (text: string): string =>
  text
    .trim()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
