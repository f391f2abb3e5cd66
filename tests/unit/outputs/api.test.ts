import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { describe, expect, it } from 'vitest';
import { apiDocuments as documentMakers, LISTED_FILES } from '../../../src/outputs/api.ts';
import { API_CHANGES, SCHEMA_VERSION } from '../../../src/outputs/api-schemas.ts';
import type { Comparison } from '../../../src/comparison/comparison.ts';
import { absoluteUrl, loadReal, loadTea } from '../comparison/loaded.ts';

/** All files, made. */
const apiDocuments = (comparison: Comparison): ReadonlyMap<string, unknown> =>
  new Map([...documentMakers(comparison, absoluteUrl)].map(([file, make]) => [file, make()]));

const isSchema = (file: string): boolean => file.startsWith('schemas/');

/** Validators of all documents, by the absoluteUrl of their schema. */
function validators(documents: ReadonlyMap<string, unknown>): (id: string) => ValidateFunction {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    allErrors: true,
    formats: fullFormats,
  });
  for (const [file, schema] of documents) if (isSchema(file)) ajv.addSchema(schema as object);
  return (id) => {
    const validate = ajv.getSchema(id);
    if (validate === undefined) throw new Error(`There is no schema ${id}.`);
    return validate;
  };
}

describe.each([
  ['tea', loadTea()],
  ['the site', loadReal()],
])('the files for programs of %s', (_name, comparison) => {
  const documents = apiDocuments(comparison);
  const schemaOf = validators(documents);
  const files = [...documents].filter(([file]) => !isSchema(file) && file !== 'openapi.json');

  it.each(files)('%s is what its schema says', (_file, document) => {
    const validate = schemaOf((document as { $schema: string }).$schema);
    validate(document);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('are found from the index', () => {
    const index = documents.get('index.json') as { files: { url: string; schema?: string }[] };
    const json = index.files.filter(({ url }) => url.endsWith('.json'));
    expect(json.length).toBeGreaterThan(4);
    const names = [...documents.keys()].map((file) => absoluteUrl(`/api/v1/${file}`));
    for (const { url, schema } of json) {
      expect(names).toContain(url);
      if (schema !== undefined) expect(names).toContain(schema);
    }
    expect(index.files.map(({ url }) => url)).toEqual(LISTED_FILES.map((f) => absoluteUrl(f.path)));
  });

  it('hold every option, criterion, rating and source, each source under one id', () => {
    const all = <T>(file: string, key: string): T[] =>
      (documents.get(file) as Record<string, T[]>)[key] ?? [];
    const { options, criteria, sources } = comparison;
    expect(all('options.json', 'options')).toHaveLength(options.length);
    expect(all('criteria.json', 'criteria')).toHaveLength(criteria.length);
    const ratings = all<{ sources?: string[] }>('ratings.json', 'ratings');
    expect(ratings).toHaveLength(options.length * criteria.length);
    const ids = all<{ id: string }>('sources.json', 'sources').map(({ id }) => id);
    expect(new Set(ids).size).toBe(sources.length);
    expect(ids).toEqual(expect.arrayContaining(ratings.flatMap((rating) => rating.sources ?? [])));
  });

  it('cite sources by the ids under which they are listed', () => {
    const ids = new Set(comparison.sources.map((source) => source.id));
    const option = documents.get(`options/${comparison.options[0]?.slug ?? ''}.json`);
    const cited = [
      ...JSON.stringify(option).matchAll(/"(?:sources|said|startSources)":\[("[^\]]*)\]/g),
    ].flatMap(([, list = '']) => JSON.parse(`[${list}]`) as string[]);
    expect(cited.length).toBeGreaterThan(5);
    expect(cited.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('are described as OpenAPI', async () => {
    const description = structuredClone(documents.get('openapi.json')) as Record<string, unknown>;
    const result = await new Validator().validate(description);
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    // What linters ask of every description: that it says who may read, and what else may be answered.
    expect(description.security).toEqual([]);
    const paths = description.paths as Record<string, { get: { responses: object } }>;
    for (const { get } of Object.values(paths)) {
      expect(Object.keys(get.responses)).toEqual(['200', '404']);
    }
    expect(description.info).toMatchObject({
      contact: { url: comparison.site.repository?.url },
      license: { identifier: 'CC-BY-4.0' },
    });
    // The address of a schema may have no fragment, so those in the document have none of their own.
    const { schemas } = description.components as { schemas: Record<string, object> };
    expect(Object.values(schemas).filter((schema) => '$id' in schema)).toEqual([]);
  });
});

describe('what may be relied on', () => {
  it('the form does not change within a version', async () => {
    const schemas = [...apiDocuments(loadTea())].filter(([file]) => isSchema(file));
    const text = `${JSON.stringify(Object.fromEntries(schemas), null, 2)}\n`;
    // If this fails, the form has changed: add an entry with a new version to API_CHANGES.
    await expect(text).toMatchFileSnapshot(
      join(import.meta.dirname, `../../fixtures/api/${SCHEMA_VERSION}.json`),
    );
  });

  it('changes are listed newest first, each with a version of its own', () => {
    const versions = API_CHANGES.map(({ version }) => version.split('.').map(Number));
    const key = ([major = 0, minor = 0, patch = 0]: number[]): number =>
      (major * 1000 + minor) * 1000 + patch;
    const keys = versions.map(key);
    expect(keys).toEqual(keys.toSorted((a, b) => b - a));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('the same content gives the same bytes, on whatever day', () => {
    const write = (comparison: Comparison): string => JSON.stringify([...apiDocuments(comparison)]);
    expect(write(loadTea())).toBe(write(loadTea()));
    const later = write(loadTea('2027-01-01')).replaceAll('2027-01-01', '2026-11-22');
    expect(later).toBe(write(loadTea()));
  });

  it('fields stand in the order of their schema', () => {
    const documents = apiDocuments(loadTea());
    const { ratings } = documents.get('ratings.json') as { ratings: object[] };
    const orders = ratings.map((rating) => Object.keys(rating).slice(0, 3).join());
    // The mode stands beside the option and criterion where there is one.
    expect(new Set(orders)).toEqual(new Set(['option,criterion,state', 'option,criterion,mode']));
  });
});
