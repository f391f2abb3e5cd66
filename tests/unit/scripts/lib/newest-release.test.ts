import { describe, expect, it } from 'vitest';
import { newestRelease, withLatest } from '../../../../scripts/lib/newest-release.ts';

const tags = (...names: string[]): ReadonlyMap<string, string> =>
  new Map(names.map((name, i) => [name, String(i).padStart(40, '0')]));

describe('the newest release', () => {
  it.each([
    [
      'by number, not by letter',
      String.raw`v\d+\.\d+\.\d+`,
      ['v1.9.0', 'v1.10.0', 'v1.2.3'],
      'v1.10.0',
    ],
    ['the group, where there is one', String.raw`v(\d+\.\d+\.\d+)`, ['v1.9.0'], '1.9.0'],
    [
      'candidates left out',
      String.raw`v\d+\.\d+\.\d+`,
      ['v2.0.0-rc.1', 'v1.9.0', 'nightly'],
      'v1.9.0',
    ],
    [
      'odd lines left out',
      String.raw`v1\.\d*[02468]\.\d+`,
      ['v1.9.4', 'v1.8.7', 'v1.8.11'],
      'v1.8.11',
    ],
    [
      'a build of the same version counts',
      String.raw`v\d+\.\d+\.\d+\+k\d+`,
      ['v1.2.3+k1', 'v1.2.3+k2'],
      'v1.2.3+k2',
    ],
  ])('is told %s', (_what, pattern, names, version) => {
    expect(newestRelease(tags(...names), pattern)?.version).toBe(version);
  });

  it('is none where no tag fits', () => {
    expect(newestRelease(tags('one', 'v1'), String.raw`v\d+\.\d+`)).toBeNull();
  });
});

describe('a newer release, written into a file,', () => {
  const file = (version: string, date: string): string =>
    `---\nname: Tea # keep me\nrelease:\n  latest:\n    version: ${version}\n    date: ${date}   # as tagged\n    checked: 2026-01-01\n  ends: []\n---\n\nversion: 1.2.3 in prose.\n`;

  it.each([
    ['v1.2.3', 'v1.2.4', 'v1.2.4'],
    ["'1.2.3'", '1.2.4', "'1.2.4'"],
    ['"1.2.3"', '1.2.4', '"1.2.4"'],
    ['x1', '1.2', "'1.2'"],
    ['x1', '1e5', "'1e5'"],
    ['x1', 'null', "'null'"],
    ['x1', '0x10', "'0x10'"],
    ['x1', 'v1.31.0-rc.1+k3s1', 'v1.31.0-rc.1+k3s1'],
  ])('takes the place of %s and leaves all else alone', (old, version, put) => {
    expect(withLatest(file(old, '2026-01'), { version, date: '2026-02-03' })).toBe(
      file(put, '2026-02-03'),
    );
  });

  it('finds its place below any mark of the encoding, and between line ends of Windows', () => {
    const text = (version: string): string =>
      `\uFEFF${file(version, '2026-01')}`.replaceAll('\n', '\r\n');
    expect(withLatest(text('v1'), { version: 'v2', date: null })).toBe(text('v2'));
  });

  it('leaves the day where none is known', () => {
    expect(withLatest(file('v1', '2026-01'), { version: 'v2', date: null })).toBe(
      file('v2', '2026-01'),
    );
  });
});
