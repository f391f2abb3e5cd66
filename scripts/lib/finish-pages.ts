/** What is set right in built pages, since the builder has no setting for it. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './output.ts';
import { stylePruner } from './prune-styles.ts';
import { inlineHashes } from './relative.ts';

const POLICY = /<meta http-equiv="content-security-policy" content="[^"]*">/;
const CHARSET = /<meta charset="[^"]*">/;

/**
 * A page with its policy before all that it holds for; only the encoding comes first, since browsers
 * look for it in the first kilobyte, and a policy may be longer.
 */
export function withPolicyFirst(page: string): string {
  const [policy] = POLICY.exec(page) ?? [];
  const [charset] = CHARSET.exec(page) ?? [];
  if (policy === undefined || charset === undefined) return page;
  return page.replace(policy, '').replace(charset, () => charset + policy);
}

/**
 * A page whose policy lists the hashes of what stands in it, and no others: the builder lists those of
 * all pages. What is loaded is allowed as the site’s own.
 */
export function withOwnHashes(page: string): string {
  const own = new Set(inlineHashes(page));
  return page.replace(POLICY, (policy) =>
    policy.replaceAll(/ '(sha256-[^']*)'/g, (listed, hash: string) =>
      own.has(hash) ? listed : '',
    ),
  );
}

/**
 * A page whose own scripts are loaded after what is read. They only add to a page that is whole without
 * them, and browsers hold a module of the head as urgent as its styles.
 */
export function withPatientScripts(page: string): string {
  return page.replaceAll(
    '<script type="module" src=',
    '<script type="module" fetchpriority="low" src=',
  );
}

/** What a built script imports before it runs, as the bundler writes it. */
const IMPORT = /\b(?:from|import)\s*"\.\/([\w.-]+\.js)"/g;

/**
 * A page that asks for all that its scripts import together with them, and as patiently; else browsers
 * ask for each import once they have read who imports it, and hold it as urgent as the styles.
 *
 * @param imports the names of what a script imports, by its own name
 */
export function withImportsAhead(
  page: string,
  imports: (script: string) => readonly string[],
): string {
  const scripts = [...page.matchAll(/<script type="module"[^>]* src="([^"]*\/)([^"/]+)"/g)];
  const [first] = scripts;
  if (first === undefined) return page;
  const [, folder = ''] = first;
  const own = scripts.map(([, , name = '']) => name);
  const reached = new Set(own);
  // What is added on the way is gone through as well.
  for (const name of reached) for (const imported of imports(name)) reached.add(imported);
  const links = [...reached]
    .slice(new Set(own).size)
    .map((name) => `<link rel="modulepreload" fetchpriority="low" href="${folder}${name}">`);
  return page.slice(0, first.index) + links.join('') + page.slice(first.index);
}

/** Sets all pages of a built site right, and leaves in their styles what they use. */
export function finishPages(directory: string): void {
  const prune = stylePruner(directory);
  const known = new Map<string, readonly string[]>();
  const imports = (script: string): readonly string[] => {
    const names =
      known.get(script) ??
      [...readFileSync(join(directory, '_astro', script), 'utf8').matchAll(IMPORT)].map(
        ([, name = '']) => name,
      );
    known.set(script, names);
    return names;
  };
  for (const file of filesOf(directory).filter((name) => name.endsWith('.html'))) {
    const path = join(directory, file);
    const page = withOwnHashes(prune(readFileSync(path, 'utf8')));
    writeFileSync(path, withImportsAhead(withPatientScripts(withPolicyFirst(page)), imports));
  }
}
