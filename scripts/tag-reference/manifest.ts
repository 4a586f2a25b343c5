import { readFileSync } from 'node:fs';

/** The part of `custom-elements.json` that a page's author reads. */
export interface TagEntry {
  readonly tagName: string;
  readonly summary?: string;
  readonly description?: string;
  readonly slots: readonly Named[];
  readonly members: readonly Member[];
  readonly events: readonly (Named & { readonly type: { readonly text: string } })[];
}

interface Named {
  readonly name: string;
  readonly description?: string;
}

export interface Member extends Named {
  readonly kind: 'field' | 'method';
  readonly attribute?: string;
  readonly default?: string;
  readonly readonly?: boolean;
  readonly type?: { readonly text: string };
  readonly parameters?: readonly Named[];
  readonly return?: { readonly type: { readonly text: string } };
}

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Partial<TagEntry>[] }[];
}

/** Every public tag of the manifest in `path`, the provider first, then by name. */
export function readTags(path: string): TagEntry[] {
  const { modules } = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const tags = modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap(({ tagName, slots = [], members = [], events = [], ...told }) =>
      tagName === undefined ? [] : [{ ...told, tagName, slots, members, events }],
    );
  const rank = ({ tagName }: TagEntry) => (tagName === 'komet-pay-provider' ? '' : tagName);
  return tags.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}
