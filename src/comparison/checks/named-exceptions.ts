/** Exceptions that name something that is not there. */

import { KINDS } from '../collections.ts';
import { faultAt, type Check, type Content } from '../content.ts';
import { listNames } from '../fault.ts';
import { mustExist } from './references.ts';

const NOUNS = ['option', 'criterion', 'source'] as const;

export const checkExceptions: Check = (content) => {
  const legal = {
    option: content.slugs('options'),
    criterion: content.slugs('criteria'),
    source: sourceIds(content),
  };
  return content.exceptions.flatMap((entry) =>
    entry.data.exceptions.flatMap((exception, i) => {
      const named = NOUNS.flatMap((noun) => {
        const name = exception[noun];
        return name === undefined ? [] : [{ noun, name }];
      });
      if (named.length > 0) {
        return named.flatMap(({ noun, name }) =>
          mustExist(entry, ['exceptions', i, noun], name, noun, legal[noun]),
        );
      }
      return [
        faultAt(entry, ['exceptions', i], {
          problem: 'This does not say what it is an exception for.',
          found: exception.rule,
          allowed: listNames(NOUNS),
          fix: 'Name an option, a criterion or a source; a whole rule is switched off in site.yaml, under “warningsOff”.',
        }),
      ];
    }),
  );
};

/** The ids that sources have on the whole site. */
const sourceIds = ({ all }: Content): readonly string[] =>
  all.flatMap(({ collection, slug, declares }) =>
    Object.keys(declares).map((id) => (KINDS[collection].shared === true ? id : `${slug}-${id}`)),
  );
