/** What is set right in built pages. */

import { expect, it } from 'vitest';
import {
  withImportsAhead,
  withOwnHashes,
  withPatientScripts,
  withPolicyFirst,
} from '../../../../scripts/lib/finish-pages.ts';

const policy = '<meta http-equiv="content-security-policy" content="default-src \'none\'; $& $1">';

it('the policy comes right after the encoding, once', () => {
  expect(
    withPolicyFirst(`<head><meta charset="utf-8"><script>a()</script>${policy}</head><body>`),
  ).toBe(`<head><meta charset="utf-8">${policy}<script>a()</script></head><body>`);
});

it('a page without a policy stays as it is', () => {
  const page = '<head><meta charset="utf-8"></head>';
  expect(withPolicyFirst(page)).toBe(page);
});

it('modules of a page wait for what is read, and scripts within it stay as they are', () => {
  expect(
    withPatientScripts('<script type="module" src="/a.js"></script><script>b()</script>'),
  ).toBe('<script type="module" fetchpriority="low" src="/a.js"></script><script>b()</script>');
});

it('what scripts import is asked for together with them, once, and nothing where there is none', () => {
  const script = (name: string): string =>
    `<script type="module" fetchpriority="low" src="/base/_astro/${name}"></script>`;
  const link = (name: string): string =>
    `<link rel="modulepreload" fetchpriority="low" href="/base/_astro/${name}">`;
  const imports: Readonly<Record<string, readonly string[]>> = {
    'a.js': ['c.js', 'b.js'],
    'b.js': ['d.js'],
    'c.js': ['d.js'],
  };
  const importsOf = (name: string): readonly string[] => imports[name] ?? [];
  expect(
    withImportsAhead(`<head>${script('a.js')}</head><body>${script('b.js')}</body>`, importsOf),
  ).toBe(
    `<head>${link('c.js')}${link('d.js')}${script('a.js')}</head><body>${script('b.js')}</body>`,
  );
  expect(withImportsAhead(`<p>${script('d.js')}`, importsOf)).toBe(`<p>${script('d.js')}`);
  expect(withImportsAhead('<script>import "./a.js"</script>', importsOf)).toBe(
    '<script>import "./a.js"</script>',
  );
});

it('the policy lists the hashes of what stands in the page, and no others', () => {
  const of = 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk=';
  const rest = '<style>a{}</style><script src="/a.js"></script>';
  const page = (hashes: string): string =>
    `<meta http-equiv="content-security-policy" content="script-src 'self'; style-src 'self'${hashes};">${rest}`;
  expect(withOwnHashes(page(` 'sha256-other=' '${of}' 'sha256-more='`))).toBe(page(` '${of}'`));
});
