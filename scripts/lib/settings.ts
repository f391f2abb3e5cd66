/** What may stand in the environment variables that the README lists, and what is said of the rest. */

import { statSync } from 'node:fs';

type Environment = Readonly<Record<string, string | undefined>>;

/** Returns what is wrong with a value, to follow the name of its setting; null if nothing is. */
type Rule = (value: string) => string | null;

/** Content may tell of what comes fifty years later, and years have four digits. */
const LAST_SECOND = Date.UTC(9899, 11, 31) / 1000;

const wholeNumber =
  (least: number, most: number, what: string): Rule =>
  (value) =>
    /^\d{1,15}$/.test(value) && Number(value) >= least && Number(value) <= most
      ? null
      : `is no ${what}. Write a whole number from ${String(least)} to ${String(most)}.`;

const webAddress =
  (mayHavePath: boolean, example: string): Rule =>
  (value) => {
    const url = URL.canParse(value) ? new URL(value) : null;
    const fits =
      url !== null &&
      // What is parsed is no witness: “https:x” has become another address, and an empty query is gone.
      /^https?:\/\/[^\s?#@\\]+$/i.test(value) &&
      (mayHavePath || url.pathname === '/');
    return fits ? null : `is not the address that it should be. Write one such as ${example}.`;
  };

const programPath =
  (what: string): Rule =>
  (value) =>
    statSync(value, { throwIfNoEntry: false })?.isFile() === true
      ? null
      : `names no file. Write the path of ${what}.`;

/** The settings of the site, which every command reads. */
const OF_THE_SITE: Readonly<Record<string, Rule>> = {
  BASE_PATH: (value) =>
    // What else may stand in a path is written differently by browsers, servers and file systems.
    /^[\w.~/-]*$/.test(value) && !/(^|\/)\.{1,2}(\/|$)/.test(value)
      ? null
      : 'is no path to publish under. Write one such as /edgewise/, of letters a to z, digits, hyphens, dots and underscores.',
  SITE_URL: webAddress(false, 'https://example.org, with its path in BASE_PATH'),
  REPOSITORY_URL: webAddress(true, 'https://github.com/example/edgewise'),
  PICTURES: (value) =>
    value === 'each' || value === 'site'
      ? null
      : 'is neither “each” nor “site”. Write one of them.',
  SOURCE_DATE_EPOCH: wholeNumber(0, LAST_SECOND, 'time in seconds since 1970'),
};

/** The settings that only some commands read. */
const OF_COMMANDS = {
  PORT: wholeNumber(0, 65_535, 'port'),
  TEST_PORT: wholeNumber(1, 65_534, 'port'),
  FUZZ: wholeNumber(1, 1e9, 'number of links'),
  MUTATIONS: wholeNumber(1, 1e6, 'number of changes'),
  FIRST_MUTATION: wholeNumber(1, 1e9, 'number of a change'),
  BROWSER_PATH: programPath('a Chromium or Chrome'),
  FIREFOX_PATH: programPath('Firefox'),
  WEBKIT_DRIVER_PATH: programPath('WebKitWebDriver'),
} satisfies Readonly<Record<string, Rule>>;

export type OwnSetting = keyof typeof OF_COMMANDS;

/**
 * What is wrong with the settings, a line each. One that is empty counts as absent, as is usual.
 *
 * @param own the settings to look at besides those of the site
 */
export function wrongSettings(environment: Environment, own: readonly OwnSetting[] = []): string[] {
  const rules: [string, Rule][] = [
    ...Object.entries(OF_THE_SITE),
    ...own.map((name): [string, Rule] => [name, OF_COMMANDS[name]]),
  ];
  return rules.flatMap(([name, rule]) => {
    const value = environment[name];
    if (value === undefined || value === '') return [];
    const problem = rule(value);
    return problem === null ? [] : [`${name}=${value} ${problem}`];
  });
}
