// @ts-check
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Which folder may import what. An arrow that is not drawn here is an error:
 * pages → layouts → components → comparison → decision, and islands → decision.
 *
 * @param {string} folder
 * @param {string} forbidden a regular expression over import specifiers
 * @param {string} message
 * @returns {import('eslint').Linter.Config}
 */
const zone = (folder, forbidden, message) => ({
  files: [`src/${folder}/**/*.{ts,tsx,astro}`],
  rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: forbidden, message }] }] },
});

const BROWSER = 'What runs in the browser imports the decision core alone.';

export default defineConfig(
  { ignores: ['dist', '.astro', '.cache', 'tests/fixtures', 'tests/bench/node_modules'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  ...astro.configs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: { projectService: true, extraFileExtensions: ['.astro'] },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/explicit-function-return-type': ['error', { allowExpressions: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  {
    // Plain JavaScript that runs before the packages are there, or in the browser as it is.
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/explicit-function-return-type': 'off' },
  },
  {
    // The types of templates are checked by “astro check”, which knows them better.
    files: ['**/*.astro', '**/*.astro/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/explicit-function-return-type': 'off' },
  },
  zone(
    'decision',
    String.raw`^(?!\./[\w-]+\.ts$)`,
    'The decision core imports nothing but itself.',
  ),
  zone(
    'comparison',
    String.raw`/(components|layouts|pages|islands)/`,
    'The comparison knows nothing of how it is shown.',
  ),
  zone(
    'components',
    String.raw`/(layouts|pages)/`,
    'Components know nothing of pages and layouts.',
  ),
  zone('layouts', String.raw`/pages/`, 'Layouts know nothing of pages.'),
  zone('islands', String.raw`^(node:|astro|zod|\.\./(?!decision/))`, BROWSER),
  // A folder of islands lies one deeper, and may reach the islands beside it.
  zone('islands/*', String.raw`^(node:|astro|zod|\.\./\.\./(?!decision/))`, BROWSER),
);
