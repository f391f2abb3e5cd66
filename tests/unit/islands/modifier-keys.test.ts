/** Keys that belong to the browser when others are pressed with them. */

import { expect, it } from 'vitest';
import { isModified, opensElsewhere } from '../../../src/islands/modifier-keys.ts';

const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

it.each(['altKey', 'ctrlKey', 'metaKey', 'shiftKey'] as const)(
  '%s changes what is meant',
  (key) => {
    expect(isModified(none)).toBe(false);
    expect(isModified({ ...none, [key]: true })).toBe(true);
    expect(opensElsewhere({ ...none, [key]: true })).toBe(true);
  },
);
