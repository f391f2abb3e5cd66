/** What pages say of themselves to search engines, in the vocabulary of schema.org. */

import type {
  Article,
  BreadcrumbList,
  Dataset,
  DefinedTerm,
  DefinedTermSet,
  ItemList,
  Organization,
  Thing,
  WebSite,
  WithContext,
} from 'schema-dts';
import { LISTED_FILES } from './api.ts';
import type { Comparison, Criterion, Glossary, Option } from '../comparison/comparison.ts';
import { plainText } from '../words/inline.ts';
import { criterionPath, optionPath, PAGES, picturePath, termPath } from '../links/routes.ts';
import { absoluteUrl } from './urls.ts';
import { pictureName, type Picture } from './picture/picture.ts';
import { counted } from '../words/sentences.ts';

/** The data of a page, as they stand in it. */
export type StructuredData = WithContext<Thing>;

const CONTEXT = 'https://schema.org';

const publisher = ({ site }: Comparison): Organization => ({
  '@type': 'Organization',
  name: site.title,
  url: absoluteUrl(PAGES.home.path),
});

const website = ({ site }: Comparison): WebSite => ({
  '@type': 'WebSite',
  '@id': absoluteUrl(PAGES.home.path),
  name: site.title,
  url: absoluteUrl(PAGES.home.path),
});

/** The pages above a page, and the page itself as the last. */
export function breadcrumbs(
  trail: readonly { readonly name: string; readonly path: string }[],
): WithContext<BreadcrumbList> {
  return {
    '@context': CONTEXT,
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, path }, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name,
      item: absoluteUrl(path),
    })),
  };
}

/** The site as a whole, for its front page. */
export function siteData(comparison: Comparison): WithContext<WebSite> {
  const { site } = comparison;
  return {
    '@context': CONTEXT,
    ...website(comparison),
    description: site.description,
    inLanguage: site.language,
    publisher: publisher(comparison),
  };
}

interface ArticleData {
  readonly title: string;
  readonly description: string;
  /** From the top of the site. */
  readonly path: string;
  readonly picture: Picture;
  /** The day on which its sources were last read. */
  readonly checked: string | undefined;
  readonly about?: Thing;
}

/** A page of prose. */
export function articleData(
  comparison: Comparison,
  { title, description, path, picture, checked, about }: ArticleData,
): WithContext<Article> {
  return {
    '@context': CONTEXT,
    '@type': 'Article',
    headline: title,
    description: plainText(description),
    url: absoluteUrl(path),
    image: absoluteUrl(picturePath(pictureName(picture))),
    inLanguage: comparison.site.language,
    ...modifiedOn(checked),
    ...(about === undefined ? {} : { about }),
    author: publisher(comparison),
    publisher: publisher(comparison),
    isPartOf: website(comparison),
  };
}

/** The page of an option: an article about a thing that has names and a page of its own. */
export function optionData(
  comparison: Comparison,
  option: Option,
  picture: Picture,
): WithContext<Article> {
  const { data } = option;
  const otherNames = data.formerNames.map((former) => former.name);
  return articleData(comparison, {
    title: option.name,
    description: option.data.summary ?? option.name,
    path: optionPath(option.slug),
    picture,
    checked: option.checked,
    about: {
      '@type': 'Thing',
      name: option.name,
      ...homeOf(data),
      ...(otherNames.length === 0 ? {} : { alternateName: otherNames }),
    },
  });
}

/** The day on which a page last changed, as a field; none where no day is known. */
export const modifiedOn = (day: string | undefined): { readonly dateModified?: string } =>
  day === undefined ? {} : { dateModified: day };

/** The address at which an option is at home, as a field; none where no address is known. */
export function homeOf({ links }: Option['data']): { readonly url?: string } {
  const url = links.home ?? links.documentation;
  return url === undefined ? {} : { url };
}

/** All options as a list. */
export function optionListData({ options }: Comparison): WithContext<ItemList> {
  return {
    '@context': CONTEXT,
    '@type': 'ItemList',
    numberOfItems: options.length,
    itemListElement: options.map((option, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name: option.name,
      url: absoluteUrl(optionPath(option.slug)),
    })),
  };
}

/** A criterion as a term of the site’s own. */
export function criterionData(criterion: Criterion): WithContext<DefinedTerm> {
  return {
    '@context': CONTEXT,
    '@type': 'DefinedTerm',
    name: criterion.name,
    ...(criterion.summary === undefined ? {} : { description: plainText(criterion.summary) }),
    url: absoluteUrl(criterionPath(criterion.slug)),
    termCode: criterion.slug,
    inDefinedTermSet: absoluteUrl(PAGES.criteria.path),
  };
}

/** The glossary; what the terms mean stands on the page itself. */
export function glossaryData({ terms }: Glossary): WithContext<DefinedTermSet> {
  return {
    '@context': CONTEXT,
    '@type': 'DefinedTermSet',
    name: 'Glossary',
    url: absoluteUrl(PAGES.glossary.path),
    hasDefinedTerm: terms.map(({ slug, term }) => ({
      '@type': 'DefinedTerm',
      name: term,
      url: absoluteUrl(termPath(slug)),
    })),
  };
}

/** All ratings as a set of data that can be fetched. */
export function datasetData(comparison: Comparison): WithContext<Dataset> {
  const { site, criteria, options, today } = comparison;
  return {
    '@context': CONTEXT,
    '@type': 'Dataset',
    name: `${site.title}: ${site.subject}`,
    description: `${site.description} ${counted(options.length, 'option')} by ${counted(criteria.length, 'criterion', 'criteria')}.`,
    url: absoluteUrl(PAGES.matrix.path),
    version: comparison.version,
    dateModified: today,
    inLanguage: site.language,
    isAccessibleForFree: true,
    creator: publisher(comparison),
    variableMeasured: criteria.map((criterion) => criterion.name),
    distribution: LISTED_FILES.map(({ path, mediaType, description }) => ({
      '@type': 'DataDownload',
      contentUrl: absoluteUrl(path),
      encodingFormat: mediaType,
      description,
    })),
  };
}
