/** The style of a page: without what none of its elements is, and with all that one may be. */

import { describe, expect, it } from 'vitest';
import {
  layersOf,
  namesInPage,
  namesInScript,
  pruned,
} from '../../../../scripts/lib/prune-styles.ts';

const page = namesInPage(
  '<html><body class="a lg:px-[clamp(1rem,2vw,3rem)] [&amp;_p]:mt-1"><p id="here">words</p></body></html>',
);

describe('a sheet', () => {
  it('keeps the rules for elements, classes and ids that the page has, and no others', () => {
    const css = '.a{x:1}.b{x:2}p{x:3}em{x:4}#here{x:5}#there{x:6}.a p{x:7}.a em{x:8}.words{x:9}';
    expect(pruned(css, page)).toBe('.a{x:1}p{x:3}#here{x:5}.a p{x:7}');
  });

  it('keeps of a list of selectors those that can match', () => {
    expect(pruned('.a,.b,.b p{x:1}', page)).toBe('.a{x:1}');
  });

  it('loses what is around a rule with it', () => {
    expect(pruned('@media print{@supports (x:1){.b{x:1}}}@media print{.a{x:1}.b{x:2}}', page)).toBe(
      '@media print{.a{x:1}}',
    );
  });

  it('reads names that have to be escaped', () => {
    const css =
      String.raw`.lg\:px-\[clamp\(1rem\,2vw\,3rem\)\]{x:1}.lg\:px-2{x:2}` +
      String.raw`.\[\&_p\]\:mt-1 p{x:3}.\[\&_em\]\:mt-1 em{x:4}`;
    expect(pruned(css, page)).toBe(
      String.raw`.lg\:px-\[clamp\(1rem\,2vw\,3rem\)\]{x:1}.\[\&_p\]\:mt-1 p{x:3}`,
    );
  });

  it('is not mistaken in what is excluded, listed, or asked of attributes and states', () => {
    const css =
      '.a:not(.b){x:1}.a :is(p,em){x:2}[title="em"]{x:3}p:first-of-type::before{x:4}' +
      'html[data-b] .a{x:5}:root{x:6}*{x:7}';
    expect(pruned(css, page)).toBe(css);
  });

  it('keeps the frames of an animation', () => {
    const css = '@keyframes back{from{x:1}to{x:2}}';
    expect(pruned(css, page)).toBe(css);
  });

  it('keeps what a script may add, also where it completes a name', () => {
    const script = namesInScript('make("em",{className:"b c"});x.className=`of-${String(n)}`');
    const css = '.b{x:1}.c{x:2}.d{x:3}em{x:4}.of-3{x:5}.on-3{x:6}';
    expect(pruned(css, new Set([...page, ...script]))).toBe('.b{x:1}.c{x:2}em{x:4}.of-3{x:5}');
  });

  it('leaves out what Tailwind sets where nothing reads it', () => {
    const css =
      '@layer properties{@supports (x:y){*{--tw-a:1}}}.a{--tw-a:1;x:1}.a p{--tw-b:2}.a em,p{--tw-c:3}' +
      'p{x:var(--tw-c)}.a{--own:4}@property --tw-a{inherits:false}@property --tw-c{inherits:false}';
    expect(pruned(css, page)).toBe(
      '.a{x:1}p{--tw-c:3}p{x:var(--tw-c)}.a{--own:4}@property --tw-c{inherits:false}',
    );
  });

  it('leaves the order of layers to the page, whatever is left of them', () => {
    const sheets = [
      '@layer base;@layer components{.b{x:1}}@layer utilities;',
      '@layer base;@layer components{.a{x:2}}@layer utilities{.a{x:3}}@layer more{.a{x:4}}',
    ];
    expect(layersOf(sheets)).toEqual(['base', 'components', 'utilities', 'more']);
    expect(sheets.map((css) => pruned(css, page))).toEqual([
      '',
      '@layer components{.a{x:2}}@layer utilities{.a{x:3}}@layer more{.a{x:4}}',
    ]);
  });
});
