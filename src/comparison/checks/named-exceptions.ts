/** Exceptions that name something that is not there. */

import type { Check } from '../content.ts';
import { mustExist } from './references.ts';

export const checkExceptions: Check = (content) =>
  content.exceptions.flatMap((entry) =>
    entry.data.exceptions.flatMap((exception, i) => [
      ...mustExist(
        entry,
        ['exceptions', i, 'option'],
        exception.option,
        'option',
        content.slugs('options'),
      ),
      ...(exception.criterion === undefined
        ? []
        : mustExist(
            entry,
            ['exceptions', i, 'criterion'],
            exception.criterion,
            'criterion',
            content.slugs('criteria'),
          )),
    ]),
  );
