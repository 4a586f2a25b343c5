import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { GroupPage, GroupQuery, ReconciliationGroup } from '../../../contract/reconciliation.js';
import { PayError } from '../../../services/pay-error.js';

/** What of a comparison is listed. */
export type GroupFilter = Omit<GroupQuery, 'limit' | 'offset'>;

/** Reads lines of one comparison; another function stands for another comparison. */
export type ReadGroups = (query: GroupQuery, signal: AbortSignal) => Promise<GroupPage>;

const PAGE = 100;
const AT_ONCE = 2;
/** Pages that stay; what was scrolled past is read again. */
const MOST_KEPT = 80;

/** The lines that one filter leaves, as far as they were read. */
class Listing {
  readonly read: ReadGroups;
  readonly filter: GroupFilter;
  readonly pages = new Map<number, readonly ReconciliationGroup[]>();
  readonly underWay = new Set<number>();
  readonly stop = new AbortController();
  total: number | undefined;
  wanted: readonly [first: number, last: number] = [0, 0];

  constructor(read: ReadGroups, filter: GroupFilter) {
    this.read = read;
    this.filter = filter;
  }

  keep(page: number, { groups, total }: GroupPage) {
    this.pages.set(page, groups);
    this.total = total;
    const [first, last] = this.wanted;
    for (const kept of this.pages.keys()) {
      if (this.pages.size <= MOST_KEPT) return;
      if (kept < first || kept > last) this.pages.delete(kept);
    }
  }

  missing(): number | undefined {
    const [first, last] = this.wanted;
    for (let page = first; page <= last; page++) {
      if (!this.pages.has(page) && !this.underWay.has(page)) return page;
    }
    return undefined;
  }
}

/** Reads the lines of a comparison where somebody looks, a page at a time. Another filter leaves the old lines until it has some. */
export class GroupPages implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: () => readonly [read: ReadGroups, filter: GroupFilter];
  #newest: Listing | undefined;
  #shown: Listing | undefined;
  error: PayError | undefined;

  constructor(host: ReactiveControllerHost, source: () => readonly [ReadGroups, GroupFilter]) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  /** How many lines there are; undefined until the first are there. */
  get total(): number | undefined {
    return this.#shown?.total;
  }

  /** Whether the lines of another filter are on their way. */
  get isNarrowing(): boolean {
    return !this.error && this.#newest !== this.#shown;
  }

  /** The line at a place, if it has been read. */
  at(place: number): ReconciliationGroup | undefined {
    return this.#shown?.pages.get(Math.floor(place / PAGE))?.[place % PAGE];
  }

  hostUpdate() {
    const [read, filter] = this.#source();
    const { read: known, filter: asked } = this.#newest ?? {};
    if (read === known && JSON.stringify(filter) === JSON.stringify(asked)) return;
    if (read !== known) this.#shown = undefined;
    this.#newest?.stop.abort();
    this.#begin(new Listing(read, filter));
  }

  hostDisconnected() {
    this.#newest?.stop.abort();
    this.#newest = undefined;
  }

  /** Tells which places are in sight. */
  show(start: number, end: number) {
    if (!this.#shown || this.#shown !== this.#newest) return;
    this.#shown.wanted = [Math.floor(start / PAGE), Math.floor(Math.max(start, end - 1) / PAGE)];
    this.#readMissing(this.#shown);
  }

  /** Tries what failed again. */
  retry() {
    if (this.#newest) this.#begin(this.#newest);
  }

  #begin(listing: Listing) {
    this.#newest = listing;
    this.error = undefined;
    this.#readMissing(listing);
    this.#host.requestUpdate();
  }

  #readMissing(listing: Listing) {
    while (!this.error && listing.underWay.size < AT_ONCE) {
      const page = listing.missing();
      if (page === undefined) return;
      void this.#readPage(listing, page);
    }
  }

  async #readPage(listing: Listing, page: number) {
    const { read, filter, stop, underWay } = listing;
    underWay.add(page);
    try {
      const query = { ...filter, limit: String(PAGE), offset: String(page * PAGE) };
      listing.keep(page, await read(query, stop.signal));
    } catch (error) {
      if (stop.signal.aborted) return;
      if (!(error instanceof PayError)) throw error;
      this.error = error;
    }
    underWay.delete(page);
    if (listing !== this.#newest) return;
    if (listing.total !== undefined) this.#shown = listing;
    this.#readMissing(listing);
    this.#host.requestUpdate();
  }
}
