import { DIFFERENCE_KINDS, type DifferenceKind, type Group } from '../../../contract/reconciliation-words.js';

const DIFFERENT: ReadonlySet<Group> = new Set<Group>(DIFFERENCE_KINDS);

export const isDifference = (group: Group): group is DifferenceKind => DIFFERENT.has(group);
