export function writeLicences(_site: string): void {}
