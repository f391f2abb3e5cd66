import { describe, expect, it } from 'vitest';
import { editionOf, linkedEdition } from '../../../src/comparison/edition-links.ts';
import { loadTea } from './loaded.ts';

const tea = loadTea();

describe('an edition', () => {
  const edition = tea.sources.flatMap((source) => editionOf(source) ?? [])[0];

  it('leads to the text that was read, and to what changed since', () => {
    expect(edition?.url).toBe(
      'https://git.example/handbook/blob/3f2a9c1d3f2a/pages/chapter%20one.md',
    );
    expect(edition?.changes).toBe(
      'https://git.example/handbook/commits/main/pages/chapter%20one.md?since=2025-06-12',
    );
  });

  it('asks for no changes since a day where that of the commit is not known', () => {
    if (edition === undefined) throw new Error('There is none.');
    const { committed: _, url: _url, changes: _changes, ...undated } = edition;
    expect(linkedEdition(undated, tea.site.hosts)).toMatchObject({
      changes: 'https://git.example/handbook/commits/main/pages/chapter%20one.md',
    });
  });

  it('leads nowhere where the host is not known', () => {
    const declared = {
      repository: 'https://elsewhere.example/handbook',
      path: 'pages/one.md',
      branch: 'main',
      commit: '3f2a9c1d3f2a9c1d3f2a9c1d3f2a9c1d3f2a9c1d',
      committed: '2025-06-12',
    };
    expect(linkedEdition(declared, tea.site.hosts)).toEqual(declared);
  });
});
