/** The prose of a content file as a component that pages render. */

import { Fragment, jsx } from 'astro/jsx-runtime';
import { defineHastPlugin, evaluate, type EvaluateOptions } from 'satteri';
import type { Prose } from '../../comparison/body.ts';

type ProseContent = (props: { readonly components: Readonly<Record<string, unknown>> }) => unknown;

const element: EvaluateOptions['jsx'] = (type, props) =>
  jsx(type, props as Record<string, unknown>);

/**
 * A component of prose, which is given the components that stand for what is in it. Prose has been
 * checked: it holds no code. So it is read where it is rendered, and no module of the bundle, of which
 * there would be one for each file.
 */
export function proseContent({ body, headings }: Prose): ProseContent {
  let place = 0;
  const headingIds = defineHastPlugin({
    name: 'heading-ids',
    element: {
      filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      visit(node, context) {
        // The one above footnotes is nobody's, and has an id.
        if (node.properties.id === undefined) {
          context.setProperty(node, 'id', headings[place]?.id);
          place += 1;
        }
      },
    },
  });
  const { default: Content } = evaluate(body, {
    Fragment,
    jsx: element,
    jsxs: element,
    hastPlugins: [headingIds],
    features: { smartPunctuation: true },
    elementAttributeNameCase: 'html',
  }) as { readonly default: ProseContent };
  return Content;
}
