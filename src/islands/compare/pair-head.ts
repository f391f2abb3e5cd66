/** Has the head of two options side by side hide nothing that is scrolled to. */

import { find } from '../dom.ts';
import { tellHeight } from '../sticking.ts';

tellHeight('head', find(document, '.versus thead', HTMLElement));
