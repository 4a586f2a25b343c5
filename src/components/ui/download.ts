/** Gives the user a file that is made here. */
export function download(name: string, type: string, content: string | readonly Uint8Array<ArrayBuffer>[]): void {
  const address = URL.createObjectURL(new Blob(typeof content === 'string' ? [content] : [...content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file over by the next turn.
  setTimeout(() => URL.revokeObjectURL(address));
}
