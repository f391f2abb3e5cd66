/** Data as the text of a script element, which `<` could end. */
export const inScript = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c');
