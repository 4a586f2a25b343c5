import { sql } from 'kysely';
import type { Store } from '../../proxy/store/store.js';
import { demoPosting } from '../komet/given-books.js';
import type { Posting } from '../../proxy/komet/port.js';

/** What people do in Komet itself, behind the proxy's back. */
export interface KometHand {
  delete(paymentId: string): Promise<void>;
  /** Changes members of an entry, e.g. its amount or date. */
  edit(paymentId: string, members: Partial<Posting>): Promise<void>;
  /** Enters a card payment; Komet alone knows its number. */
  enter(members: Partial<Posting>): Promise<void>;
}

let entered = 0;

export function kometHand({ db }: Store, companyId: string): KometHand {
  return {
    delete: async (paymentId) => {
      await sql`delete from demo_posting where company_id = ${companyId} and key = ${paymentId}`.execute(db);
    },
    edit: async (paymentId, members) => {
      await sql`update demo_posting set posting = posting || ${JSON.stringify(members)}::jsonb
        where company_id = ${companyId} and key = ${paymentId}`.execute(db);
    },
    enter: async (members) => {
      const posting = demoPosting({ controlNumber: 9_000, reference: 'by hand', ...members });
      const key = `hand-${String(++entered).padStart(4, '0')}`;
      await sql`insert into demo_posting (company_id, key, posting)
        values (${companyId}, ${key}, ${JSON.stringify(posting)}::jsonb)`.execute(db);
    },
  };
}
