import type { Range } from '../../types.ts'

const leavingOut =
  /(?<![\p{L}])(?:outre|hormis|hors|excepté|sauf|sans compter|en plus (?:de|des|du)|besides|apart from|aside from|in addition to|other than|excluding|not counting)(?=[\s'’])\s*([^,;.]*)/dgiu

/** Where a sentence names what its figures do not count: the words after "besides". */
export function leftOutSpans(text: string): readonly Range[] {
  return [...text.matchAll(leavingOut)].flatMap(({ indices }) => {
    const [start, end] = indices?.[1] ?? []
    return start === undefined || end === undefined ? [] : [{ start, end }]
  })
}
