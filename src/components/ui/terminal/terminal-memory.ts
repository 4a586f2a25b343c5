const PREFIX = 'komet-pay:terminal:';

/** The terminal this browser paid at last, by location: most clerks stand beside one and the same. */
export function rememberedTerminal(locationId: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + locationId) ?? undefined;
  } catch {
    return undefined;
  }
}

export function rememberTerminal(locationId: string, terminalId: string): void {
  try {
    localStorage.setItem(PREFIX + locationId, terminalId);
  } catch {
    // Without storage the first terminal is offered again.
  }
}
