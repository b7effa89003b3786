import { createHash } from 'node:crypto'
import { makeArticle } from '../../src/reading/article.ts'
import { withoutRanges } from '../../src/reading/ranges.ts'
import type { Article, Language } from '../../src/types.ts'
import { decodeText, UnreadableError } from './decode.ts'
import type { Extracted } from './extracted.ts'
import { overrideFacts, type SourceFacts } from './facts.ts'
import { readHtml } from './html.ts'
import { idFromStem } from './ids.ts'
import { detectLanguage, languageOfTag } from './language.ts'
import { readMarkdown } from './markdown.ts'

const READERS: Readonly<Record<string, (text: string) => Extracted>> = {
  '.txt': (text) => ({ text, facts: {}, skip: [] }),
  '.md': readMarkdown,
  '.markdown': readMarkdown,
  '.html': readHtml,
  '.htm': readHtml,
}

type Source = {
  readonly bytes: Uint8Array
  /** Where it was read from, as shown to people: relative to the working folder, or a URL. */
  readonly path: string
  /** What the id is made of when none is given. */
  readonly stem: string
  /** With its dot, in lower case: `.md`. */
  readonly extension: string
}

export type BuiltArticle = { readonly article: Article; readonly note?: string }

// A tag that a page's template set is believed only where the words are too few to tell. UTF-16 units.
const ENOUGH_WORDS = 200

export function isReadable(extension: string): boolean {
  return Object.hasOwn(READERS, extension)
}

/**
 * Makes an article of the bytes of a .txt, .md or .html source; `known` is what a maintainer says of it and goes before
 * what the source says. Throws UnreadableError with the reason.
 */
export async function buildArticle(source: Source, known: SourceFacts = {}): Promise<BuiltArticle> {
  const reader = READERS[source.extension]
  if (!reader) throw new UnreadableError('only .txt, .md and .html files are read')
  const decoded = decodeText(source.bytes)
  const { text, skip, doubtLanguage, facts: found } = reader(decoded.text)
  const { language: _, ...facts } = overrideFacts(known, found)
  const id = facts.id ?? idFromStem(source.stem)
  const sha256 = createHash('sha256').update(source.bytes).digest('hex')
  // The words alone say in which language they are, not the front matter or the furniture.
  const draft = makeArticle({ id, language: 'en', path: source.path, text, sha256, skip })
  const words = withoutRanges({ start: 0, end: text.length }, draft.skip)
    .map(({ start, end }) => text.slice(start, end))
    .join('\n')
  if (!/[\p{L}\p{N}]/u.test(words)) throw new UnreadableError('there is no article text in the file')
  const language = await chooseLanguage(words, known.language, found.language, doubtLanguage === true)
  const present = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
  const article = { ...draft, ...present, id, language }
  return decoded.note === undefined ? { article } : { article, note: decoded.note }
}

async function chooseLanguage(
  words: string,
  known: string | undefined,
  found: string | undefined,
  doubtFound: boolean,
): Promise<Language> {
  const told = known ?? (doubtFound && words.length >= ENOUGH_WORDS ? undefined : found)
  const tag = told ?? (await detectLanguage(words)) ?? found
  const language = tag === undefined ? undefined : languageOfTag(tag)
  if (language) return language
  const which = tag === undefined ? 'language not recognised' : `language not supported: "${tag}"`
  throw new UnreadableError(`${which}; articles in English and French are read (set "language" if that is wrong)`)
}
