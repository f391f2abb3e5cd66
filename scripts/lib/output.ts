/**
 * The folder that a build fills: which it may be, and how a new site takes the place of an old one.
 * A build replaces its folder as a whole, so it must be one that nobody else keeps anything in.
 */

import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { unzipSync } from 'fflate';
import { contentDirectory } from '../../src/comparison/environment.ts';
import { CommandError, MISUSED } from './command.ts';

/** Lies in every built site, and tells a later build that it may replace the folder. */
export const MARKER = '.built-site';

export const MARKER_TEXT =
  'The command that built this site replaces this folder as a whole. Keep nothing of your own in it.\n';

const ROOT = resolve(import.meta.dirname, '../..');

/** What is kept in a checkout and written by hand, or made by other commands. */
const SOURCES = [
  '.git',
  'content',
  'docs',
  'hosting',
  'node_modules',
  'public',
  'scripts',
  'src',
  'tests',
];

/** Folders that are written by people, and must not be built over. */
interface Kept {
  readonly root: string;
  readonly content: string;
}

const HERE: Kept = { root: ROOT, content: contentDirectory };

/**
 * The folder that a path means once symbolic links are followed, whether it is there or not.
 *
 * @throws {Error} by the file system, where links lead in a circle
 */
export function followed(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  const link = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  if (link) return followed(resolve(dirname(path), readlinkSync(path)));
  const above = dirname(path);
  return above === path ? path : join(followed(above), basename(path));
}

/**
 * Where a site may be built that was asked for at a path: what its symbolic links lead to.
 *
 * @throws {CommandError} in one line, where to build there would destroy what is not an earlier build
 */
export function outputAt(path: string, { root, content }: Kept = HERE): string {
  const place = followed(path);
  const refuse = (why: string): CommandError =>
    new CommandError(
      `OUT_DIR=${path} is refused: ${why} Choose a folder that is empty or not there yet.`,
      MISUSED,
    );
  const kept = [content, root, ...SOURCES.map((name) => join(root, name))].map(followed);
  for (const folder of kept) {
    if (isWithin(folder, place)) {
      throw refuse(`a build replaces the whole folder, and with it ${folder}.`);
    }
    if (folder !== followed(root) && isWithin(place, folder)) {
      throw refuse(`it lies in ${folder}, which holds something else.`);
    }
  }
  const there = statSync(place, { throwIfNoEntry: false });
  if (there === undefined) return place;
  if (!there.isDirectory()) throw refuse('it is a file.');
  const names = readdirSync(place);
  if (names.length > 0 && !names.includes(MARKER)) {
    throw refuse(`it is not empty, and no earlier build (it has no file ${MARKER}).`);
  }
  return place;
}

/**
 * Where a bundle may be written that was asked for at a path.
 *
 * @throws {CommandError} in one line, if something else lies there
 */
export function bundleAt(path: string): string {
  const place = followed(path);
  const there = statSync(place, { throwIfNoEntry: false });
  if (there !== undefined && !(there.isFile() && isBundle(place))) {
    throw new CommandError(
      `${path} is refused: it is no earlier bundle. Move it away, or set OUT_DIR to another name.`,
      MISUSED,
    );
  }
  return place;
}

function isBundle(path: string): boolean {
  try {
    const only = { filter: ({ name }: { name: string }): boolean => name === MARKER };
    return MARKER in unzipSync(readFileSync(path), only);
  } catch {
    return false;
  }
}

/**
 * Puts a new site in the place of an old one, whole, so that whoever reads the folder finds the one or
 * the other.
 *
 * @param aside where the old one lies meanwhile, on the same disk
 */
export function replaceSite(place: string, fresh: string, aside: string): void {
  try {
    if (existsSync(place)) renameSync(place, aside);
  } catch (error) {
    if (!CANNOT_MOVE.includes(codeOf(error))) throw error;
    // A mount point, or a folder within one that is not ours, cannot be moved, only filled.
    fill(place, fresh);
    return;
  }
  try {
    renameSync(fresh, place);
  } catch (error) {
    if (existsSync(aside)) renameSync(aside, place);
    throw error;
  }
}

const CANNOT_MOVE = ['EBUSY', 'EXDEV', 'EPERM', 'EACCES', 'EINVAL'];

/**
 * Makes the files of a folder those of another, one by one and each at once; what pages need comes
 * before them, and what is not needed any more goes last.
 */
export function fill(place: string, fresh: string): void {
  const files = filesOf(fresh).toSorted((a, b) => rank(a) - rank(b));
  for (const file of files) {
    const target = join(place, file);
    clearTheWay(place, file);
    mkdirSync(dirname(target), { recursive: true });
    const near = `${target}.new`;
    copyFileSync(join(fresh, file), near);
    renameSync(near, target);
  }
  const wanted = new Set(files);
  for (const file of filesOf(place)) if (!wanted.has(file)) rmSync(join(place, file));
  removeEmptyFolders(place);
}

/** The marker first, or a fill that is broken off could not be taken up again; pages last. */
const rank = (file: string): number => (file === MARKER ? 0 : extname(file) === '.html' ? 2 : 1);

/** Removes a folder where a file is to lie, and files where its folders are. */
function clearTheWay(place: string, file: string): void {
  const parts = file.split(sep);
  for (const [i] of parts.entries()) {
    const path = join(place, ...parts.slice(0, i + 1));
    const there = lstatSync(path, { throwIfNoEntry: false });
    if (there === undefined) return;
    if (there.isDirectory() === (i === parts.length - 1)) rmSync(path, { recursive: true });
  }
}

function removeEmptyFolders(place: string): void {
  for (const entry of readdirSync(place, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const folder = join(place, entry.name);
    removeEmptyFolders(folder);
    if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
  }
}

/** Makes a folder and those around it. Where a system folder has no room, Node’s own way never ends. */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** The files of a folder, as paths from its top, sorted. */
export function filesOf(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)))
    .toSorted();
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The name of what the file system refused; empty for any other error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
