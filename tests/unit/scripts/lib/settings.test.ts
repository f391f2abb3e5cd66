/** Each wrong setting is told in one line; an empty one counts as absent. */

import { expect, it, vi } from 'vitest';
import { setting } from '../../../../src/comparison/environment.ts';
import { wrongSettings } from '../../../../scripts/lib/settings.ts';

const WRONG = {
  BASE_PATH: [
    '/a b/',
    '/ü/',
    '/%20/',
    '/a?b/',
    '/a#b',
    '/../',
    'a/..',
    '/./',
    'https://x.org/',
    '\\a',
  ],
  SITE_URL: [
    ' https://example.org',
    'example.org',
    'ftp://example.org',
    'https://example.org/a/',
    'https://a:b@x.org',
    'https://@x.org',
    'https:example.org',
    'https:\\\\example.org',
    'https://example.org/#',
    'https://example.org?',
    'x y',
  ],
  REPOSITORY_URL: [
    'github.com/a/b',
    'file:///a',
    'https://x.org/?a',
    'https:github.com/a/b',
    'https://github.com/a/b#',
    'https://github.com/a/b?',
  ],
  // The last is the end of the year 9999, of which no day is fifty years before another.
  SOURCE_DATE_EPOCH: ['abc', '-1', '1.5', '1e3', '99999999999999', ' 1', 'NaN', '253402214400'],
  PORT: ['abc', '70000', '-1', '80.5', ' 80', '0x50'],
  TEST_PORT: ['abc', '65535', '0'],
  FUZZ: ['many', '0', '-5'],
  MUTATIONS: ['many', '0'],
  FIRST_MUTATION: ['first', '0'],
  BROWSER_PATH: ['/nowhere/chromium', import.meta.dirname, `${process.execPath}/x`],
  FIREFOX_PATH: ['/nowhere/firefox', import.meta.dirname],
  WEBKIT_DRIVER_PATH: ['/nowhere/WebKitWebDriver', import.meta.dirname],
};
const RIGHT = {
  BASE_PATH: ['/', 'edgewise', '/a/b-c_d.e~1/', '//a//'],
  SITE_URL: ['https://example.org', 'http://127.0.0.1:8080/'],
  REPOSITORY_URL: ['https://github.com/a/b', 'https://github.com/a/b/'],
  SOURCE_DATE_EPOCH: ['0', '1795900000'],
  PORT: ['0', '4321', '65535'],
  TEST_PORT: ['4501'],
  FUZZ: ['1000000'],
  MUTATIONS: ['1500'],
  FIRST_MUTATION: ['1'],
  BROWSER_PATH: [process.execPath],
  FIREFOX_PATH: [process.execPath],
  WEBKIT_DRIVER_PATH: [process.execPath],
};
const OWN = [
  'PORT',
  'TEST_PORT',
  'FUZZ',
  'MUTATIONS',
  'FIRST_MUTATION',
  'BROWSER_PATH',
  'FIREFOX_PATH',
  'WEBKIT_DRIVER_PATH',
] as const;
const cases = (table: Readonly<Record<string, readonly string[]>>): [string, string][] =>
  Object.entries(table).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );

it.each(cases(WRONG))('%s=%s is refused in one line that names it', (name, value) => {
  const wrong = wrongSettings({ [name]: value }, OWN);
  expect(wrong).toHaveLength(1);
  expect(wrong[0]).toMatch(new RegExp(`^${name}=.* Write .+\\.$`));
  expect(wrong[0]).not.toContain('\n');
});

it.each(cases(RIGHT))('%s=%s holds', (name, value) => {
  expect(wrongSettings({ [name]: value }, OWN)).toEqual([]);
});

it('what is empty counts as absent', () => {
  const empty = Object.fromEntries(Object.keys(WRONG).map((name) => [name, '']));
  expect(wrongSettings(empty, OWN)).toEqual([]);
  vi.stubEnv('FUZZ', '');
  expect(setting('FUZZ')).toBeUndefined();
  vi.unstubAllEnvs();
});

it('what a command does not read is no matter to it', () => {
  expect(wrongSettings({ PORT: 'abc' })).toEqual([]);
});
