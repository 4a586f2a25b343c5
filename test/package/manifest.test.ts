import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { publicTags } from '../../scripts/tags.js';

interface Described {
  name?: string;
  description?: string;
}

type Group = 'members' | 'attributes' | 'events' | 'slots' | 'cssParts' | 'cssProperties';

interface Declaration extends Described, Partial<Record<Group, Described[]>> {
  tagName?: string;
}

const GROUPS: Group[] = ['members', 'attributes', 'events', 'slots', 'cssParts', 'cssProperties'];

const { modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as {
  modules: { declarations?: Declaration[] }[];
};
const elements = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);

describe('the manifest', () => {
  test('lists every public tag and no other', () => {
    const listed = elements.map(({ tagName }) => tagName).sort();
    assert.deepEqual(
      listed,
      publicTags()
        .map((tag) => tag.name)
        .sort(),
    );
    assert.notEqual(listed.length, 0);
  });

  for (const element of elements) {
    test(`describes all that ${element.tagName} offers`, () => {
      const silent = GROUPS.flatMap((group) =>
        (element[group] ?? [])
          .filter(({ description }) => !description?.trim())
          .map(({ name }) => `${group}: ${name ?? 'default'}`),
      );
      assert.deepEqual(silent, []);
      assert.ok(element.description?.trim(), 'the tag itself has no description');
    });
  }

  test('names every event of a tag komet-<noun>-<participle>', () => {
    const odd = elements.flatMap(({ events = [] }) =>
      events.filter(({ name }) => !/^(komet(-[a-z]+){1,}|change|input)$/.test(name ?? '')),
    );
    assert.deepEqual(odd, []);
  });
});
