// @ts-check
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The floors of the house, lowest first. A file imports from its own floor or from one below, never
 * from one above; what runs in the browser stands beside them and reaches no further up than `words`.
 */
const FLOORS = [
  'decision',
  'links',
  'words',
  'comparison',
  'outputs',
  'components',
  'layouts',
  'pages',
];

/** Folders that run anywhere: no DOM, no Node, no packages. */
const PURE = ['decision', 'links', 'words'];

/**
 * @param {string} floor
 * @param {readonly string[]} forbidden folders of `src/`
 * @param {string} message
 * @returns {import('eslint').Linter.Config}
 */
const keepOut = (floor, forbidden, message) => ({
  files: [`src/${floor}/**/*.{ts,tsx,astro}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { regex: String.raw`^(\.\./)+(${forbidden.join('|')})/`, message },
          ...(PURE.includes(floor)
            ? [{ regex: String.raw`^[^.]`, message: `src/${floor}/ imports no package.` }]
            : []),
          ...(floor === 'islands'
            ? [{ regex: '^(node:|astro|zod)', message: 'This is not to be had in the browser.' }]
            : []),
        ],
      },
    ],
  },
});

const zones = [
  ...FLOORS.slice(0, -1).map((floor, i) => {
    const above = FLOORS.slice(i + 1);
    const forbidden = PURE.includes(floor) ? [...above, 'islands'] : above;
    return keepOut(floor, forbidden, `src/${floor}/ knows nothing of what lies above it.`);
  }),
  keepOut(
    'islands',
    FLOORS.slice(FLOORS.indexOf('words') + 1),
    'What runs in the browser imports decision, links and words alone.',
  ),
];

export default defineConfig(
  {
    ignores: [
      'dist',
      '**/.building-*',
      '.astro',
      '.cache',
      'tests/fixtures',
      'tests/bench/node_modules',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  ...astro.configs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: { projectService: true, extraFileExtensions: ['.astro'] },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // Types are stripped, so there are no enums; to look for them takes as long as ten other rules.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
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
  ...zones,
);
