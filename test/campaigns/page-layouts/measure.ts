/** What is read of a page whose every sentence is known. */
import { readHtml } from '../../../adapters/sources/html.ts'
import { makeArticle } from '../../../src/reading/article.ts'
import { readUnits } from '../../../src/reading/quotable.ts'
import { splitPassages } from '../../../src/reading/split.ts'
import { layouts } from './layouts.ts'
import { makeStory, type PageLanguage } from './stories.ts'

export type PageResult = {
  readonly page: string
  readonly sentences: number
  readonly lost: readonly string[]
  readonly read: number
  /** Sentences that are not the story's: others', or ones that stand nowhere on the page. */
  readonly foreign: readonly string[]
}

export type PageName = { readonly layout: string; readonly language: PageLanguage; readonly seed: number }

/** Every layout in both languages with so many stories each. */
export function namePages(storiesEach: number): readonly PageName[] {
  return Object.keys(layouts).flatMap((layout) =>
    (['en', 'fr'] as const).flatMap((language) =>
      Array.from({ length: storiesEach }, (_, index) => ({ layout, language, seed: index + 1 })),
    ),
  )
}

export function measurePage({ layout, language, seed }: PageName): PageResult {
  const story = makeStory(language, seed)
  const html = (layouts[layout] ?? (() => ''))(story)
  const page = `${layout} ${language} ${seed}`
  const sentences = story.paragraphs.flat()
  const { text } = readHtml(html)
  const article = makeArticle({ id: 'a', language, path: 'a', text, sha256: '' })
  const units = splitPassages({ ...article, id: page }).flatMap(readUnits)
  const read = plain(units.map((unit) => unit.text).join(' '))
  // Interviews make questions of the headings.
  const questions = story.heads.flatMap((head) => [`${head}?`, head])
  const whole = plain([story.title, ...questions, story.site, story.author, ...sentences].join(' '))
  return {
    page,
    sentences: sentences.length,
    lost: sentences.filter((sentence) => !read.includes(plain(sentence))),
    read: units.length,
    foreign: units
      .map((unit) => unit.text)
      .filter((sentence) => isSentence(sentence) && !whole.includes(plain(sentence))),
  }
}

/** As words are compared: without white space, marks of direction and what may stand in place of what. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '')
    .replace(/^\d+\./u, '')
    .toLowerCase()
}

function isSentence(text: string): boolean {
  return text.split(/\s+/u).length >= 4 && /[.!?…][”»"]?$/u.test(text.trim())
}
