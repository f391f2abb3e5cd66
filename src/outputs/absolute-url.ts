/** The absolute address of a path of the site; the path begins with a slash. */
export type Address = (path: string) => string;
