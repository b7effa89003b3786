/** `1 article`, `2 articles`: for words whose plural only takes an s. */
export function countOf(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}
