import { createHash } from 'node:crypto'
import { makeArticle } from '../../src/reading/article.ts'
import { readDateline } from '../../src/reading/dateline.ts'
import { withoutRanges } from '../../src/reading/ranges.ts'
import type { Article, Doubt, Language } from '../../src/types.ts'
import { decodeText, UnreadableError } from './decode.ts'
import type { Extracted } from './extracted.ts'
import type { Extractor } from './extraction/extractor.ts'
import { overrideFacts, type SourceFacts } from './facts.ts'
import { idFromAddress, idFromStem } from './ids.ts'
import { detectLanguage, languageOfTag } from './language.ts'
import { type Believed, believeAddress, believePage, believeSavedPage, pastDates } from './web/believe.ts'

export type Format = 'text' | 'markdown' | 'html' | 'pdf'

const formats: Readonly<Record<string, Format>> = {
  '.txt': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.pdf': 'pdf',
}

type Source = {
  readonly bytes: Uint8Array
  /** Where it was read from, as shown to people: relative to the working folder, or a URL. */
  readonly path: string
  /** What the id of a file is made of when none is given. */
  readonly stem: string
  readonly format: Format
  /** As the server's header has it. */
  readonly charset?: string | undefined
  /** Where a page was fetched from. Its id is made of its canonical address, and none that it gives itself. */
  readonly address?: string | undefined
  /** Whether an address that the page calls its own is another article's. */
  readonly isOthers?: ((address: string) => boolean) | undefined
}

export type BuiltArticle = { readonly article: Article; readonly note?: string }

// A tag that a page's template set is believed only where the words are too few to tell. UTF-16 units.
const ENOUGH_WORDS = 200
// Longer texts are books or data. UTF-16 units.
const LONGEST_ARTICLE = 500_000
const MOST_LINES = 20_000
const LONGEST_LINE = 100_000

/** The format of a file by its name's ending, `.md`, in lower case; undefined for one that is not read. */
export function formatOf(extension: string): Format | undefined {
  return Object.hasOwn(formats, extension) ? formats[extension] : undefined
}

/**
 * Makes an article of the bytes of a source; `known` is what a maintainer says of it and goes before what the source
 * says. Throws UnreadableError with the reason.
 */
export async function buildArticle(
  source: Source,
  extractor: Extractor,
  known: SourceFacts = {},
  lesser: SourceFacts = {},
): Promise<BuiltArticle> {
  const { extracted, note } = await extract(source, extractor)
  const { text, skip, doubtLanguage, facts: found } = extracted
  refuseNoArticle(text)
  const now = new Date()
  const told = pastAndPlain(known, now)
  const claimed = believeFound(source, extracted)
  const past = pastDates(claimed.facts, now)
  const listed = pastDates(lesser, now)
  const { language: _, ...facts } = overrideFacts(told.facts, past.facts, listed.facts)
  const id = facts.id ?? idFromStem(source.stem)
  const sha256 = createHash('sha256').update(source.bytes).digest('hex')
  // The words alone say in which language they are, not the front matter or the furniture.
  const draft = makeArticle({ id, language: 'en', path: source.path, text, sha256, skip })
  const words = withoutRanges({ start: 0, end: text.length }, draft.skip)
    .map(({ start, end }) => text.slice(start, end))
    .join('\n')
  if (!/[\p{L}\p{N}]/u.test(words)) throw new UnreadableError('there is no article text in the file')
  const language = await chooseLanguage(words, known.language, found.language, doubtLanguage === true)
  const printed = readDateline(
    words.split(/\s*\n\s*/u).filter((line) => line !== ''),
    language,
  )
  const written = pastDates(printed, now)
  const dated = overrideFacts(facts, written.facts)
  const present = Object.fromEntries(Object.entries(dated).filter(([, value]) => value !== undefined))
  const all = [told, claimed, past, listed, written].flatMap(({ doubts }) => doubts)
  const { outlet, url } = told.facts
  const doubts = openDoubts(all, { ...dated, outlet, url })
  const article = { ...draft, ...present, id, language, ...(doubts.length > 0 && { doubts }) }
  return note === undefined ? { article } : { article, note }
}

/** Splitting takes longer than its share of such texts, and nobody would find anything in them. */
function refuseNoArticle(text: string): void {
  if (text.length > LONGEST_ARTICLE) throw new UnreadableError('its text is longer than 500,000 characters')
  const lines = text.split('\n', MOST_LINES + 1)
  if (lines.length > MOST_LINES) throw new UnreadableError('its text has more than 20,000 lines')
  if (lines.some((line) => line.length > LONGEST_LINE)) {
    throw new UnreadableError('it has a paragraph of more than 100,000 characters')
  }
}

type Read = { readonly extracted: Extracted; readonly note?: string | undefined }

async function extract({ bytes, format, charset }: Source, extractor: Extractor): Promise<Read> {
  if (format === 'pdf') return { extracted: await extractor.extract({ format, bytes }) }
  const { text, note } = decodeText(bytes, charset)
  if (format === 'text') return { extracted: { text, facts: {}, skip: [] }, note }
  const extracted = await extractor.extract({ format, text })
  return { extracted, note: [note, extracted.note].filter((line) => line !== undefined).join('; ') || undefined }
}

/** A page's name, address and id are those of the place where it was read; front matter is a maintainer's word. */
function believeFound({ address, isOthers, format }: Source, { facts, canonical }: Extracted): Believed {
  if (address === undefined) return format === 'html' ? believeSavedPage(facts) : believeAddress(facts)
  const { facts: believed, doubts } = believePage({ ...facts, url: canonical ?? facts.url }, address, isOthers)
  return { facts: { ...believed, id: idFromAddress(believed.url ?? address) }, doubts }
}

function pastAndPlain(known: SourceFacts, now: Date): Believed {
  const plain = believeAddress(known)
  const past = pastDates(plain.facts, now)
  return { facts: past.facts, doubts: [...plain.doubts, ...past.doubts] }
}

/** One of each fact. A maintainer who says whose it is leaves no doubt, nor does another date that may be right. */
function openDoubts(doubts: readonly Doubt[], settled: SourceFacts): readonly Doubt[] {
  return doubts.filter(
    ({ field }, at) => settled[field] === undefined && doubts.findIndex((other) => other.field === field) === at,
  )
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
