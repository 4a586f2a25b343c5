import type { PayError } from '../../../services/pay-error.js';

export interface ReportFault {
  readonly line: string;
  readonly column: string;
  readonly message: string;
}

const POINTER = /^\/upload\/csv\/(\d+)\/(.*)$/;

/** Where an uploaded report can't be read, from the proxy's pointers `/upload/csv/<line>/<column>`. */
export function faultsOf({ problem }: PayError): ReportFault[] {
  return (problem?.errors ?? []).map(({ pointer, message }) => {
    const [, line = '–', column = '–'] = POINTER.exec(pointer) ?? [];
    return { line, column, message };
  });
}

/** Whether a comparison failed because of the file and not on the way. */
export const isFileRefused = (error: PayError): boolean =>
  error.code === 'invalid-request' && (error.problem?.errors ?? []).some(({ pointer }) => POINTER.test(pointer));
