/** A build replaces nothing but an earlier build, and that whole. */

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync, strToU8 } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  bundleAt,
  fill,
  filesOf,
  followed,
  MARKER,
  outputAt,
  replaceSite,
} from '../../../../scripts/lib/output.ts';

let work = '';
const at = (path: string): string => join(work, path);
const write = (path: string, text = ''): void => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
};
const asked = (path: string): string =>
  outputAt(at(path), { root: at('tree'), content: at('content') });

beforeEach(() => {
  work = realpathSync(mkdtempSync(join(tmpdir(), 'output-')));
  for (const file of [
    'tree/package.json',
    'tree/src/a.ts',
    'tree/.git/HEAD',
    'content/site.yaml',
  ]) {
    write(file);
  }
});
afterEach(() => {
  rmSync(work, { recursive: true });
});

describe('where a site may be built', () => {
  it.each([
    '.',
    '..',
    '/',
    'tree',
    'tree/src',
    'tree/src/deep/er',
    'tree/.git',
    'tree/public/site',
    'tree/node_modules/x',
    'content',
    'content/dist',
    'tree/content/dist',
  ])('not in, around or as what is written by hand: %s', (path) => {
    expect(() => (path === '/' ? outputAt('/') : asked(path))).toThrow(
      /^OUT_DIR=.* is refused: .+\.$/,
    );
  });

  it.each(['papers', 'link', 'link/deep'])('not over what others keep: %s', (path) => {
    write('papers/letter.txt');
    symlinkSync(at('content'), at('link'));
    expect(() => asked(path)).toThrow('is refused');
  });

  it('not over a file, nor where links lead in a circle', () => {
    write('file');
    symlinkSync(at('round'), at('about'));
    symlinkSync(at('about'), at('round'));
    expect(() => asked('file')).toThrow('it is a file');
    expect(() => asked('round')).toThrow('ELOOP');
  });

  it('in a folder that is not there, is empty, or is an earlier build', () => {
    mkdirSync(at('empty'));
    write(`dist/${MARKER}`);
    write('dist/index.html');
    expect(asked('tree/dist')).toBe(at('tree/dist'));
    expect(asked('empty')).toBe(at('empty'));
    expect(asked('dist')).toBe(at('dist'));
    // A name that only begins like one that is kept.
    expect(asked('content-built')).toBe(at('content-built'));
  });

  it('where a link leads, whether that is there or not', () => {
    write(`elsewhere/${MARKER}`);
    symlinkSync(at('elsewhere'), at('tree/dist'));
    symlinkSync(at('later'), at('dangling'));
    expect(asked('tree/dist')).toBe(at('elsewhere'));
    expect(asked('dangling')).toBe(at('later'));
    expect(followed(at('dangling/a/b'))).toBe(at('later/a/b'));
  });
});

it('a bundle takes the place of an earlier bundle alone', () => {
  write('other.zip', 'letters');
  writeFileSync(at('own.zip'), zipSync({ 'index.html': strToU8('x'), [MARKER]: strToU8('') }));
  writeFileSync(at('theirs.zip'), zipSync({ 'letters.txt': strToU8('x') }));
  mkdirSync(at('folder.zip'));
  expect(bundleAt(at('new.zip'))).toBe(at('new.zip'));
  expect(bundleAt(at('own.zip'))).toBe(at('own.zip'));
  for (const name of ['other.zip', 'theirs.zip', 'folder.zip']) {
    expect(() => bundleAt(at(name)), name).toThrow('it is no earlier bundle');
  }
});

describe('a new site in the place of an old one', () => {
  beforeEach(() => {
    write('dist/old.html', 'old');
    write('dist/both/index.html', 'old');
    write('dist/turned/into-file/x', 'old');
    write('dist/file', 'old');
    write('fresh/both/index.html', 'new');
    write('fresh/turned/into-file', 'new');
    write('fresh/file/into-folder', 'new');
  });
  const expected = ['both/index.html', 'file/into-folder', 'turned/into-file'];

  it('takes it whole', () => {
    replaceSite(at('dist'), at('fresh'), at('aside'));
    expect(filesOf(at('dist'))).toEqual(expected);
    expect(readFileSync(at('aside/old.html'), 'utf8')).toBe('old');
    expect(existsSync(at('fresh'))).toBe(false);
  });

  it('gives it back if it cannot take it', () => {
    expect(() => {
      replaceSite(at('dist'), at('nowhere'), at('aside'));
    }).toThrow('ENOENT');
    expect(readFileSync(at('dist/old.html'), 'utf8')).toBe('old');
  });

  it('fills it where it cannot be moved, as a mount point', () => {
    fill(at('dist'), at('fresh'));
    expect(filesOf(at('dist'))).toEqual(expected);
    for (const file of expected) expect(readFileSync(at(`dist/${file}`), 'utf8')).toBe('new');
  });
});
