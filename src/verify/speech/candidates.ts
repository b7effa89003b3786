/** Whom a pronoun may stand for: the persons and bodies that a sentence is about. */
import { findNames, type NameMention } from '../../entities/names.ts'
import { titles } from '../../entities/titles.ts'
import { foldString, foldText, originalRange } from '../../figures/folded-text.ts'
import { readSpeaker } from '../../figures-table/read-speaker.ts'
import { speakingNoun } from '../../figures-table/speaker-words.ts'
import type { Language, Range } from '../../types.ts'

export type Candidate = Range & {
  readonly kind: 'person' | 'body'
  readonly gender?: 'masculine' | 'feminine'
}

const personNouns =
  'minist(?:er|re)|president|presidente|premier|mayor|maire|governor|gouverneure?|prefete?|director|directeur|directrice|spokes(?:man|woman|person)|porte-parole|prosecutor|procureure?|judge|juge|chief|chef|cheffe|head|secretary|secretaire|ambassador|ambassadeur|ambassadrice|lawyer|avocate?|witness|temoin|expert|economist|economiste|analyst|analyste|researcher|chercheure?|chercheuse|scientist|doctor|medecin|officer|general|captain|capitaine|coach|entraineure?|author|auteure?|owner|proprietaire|manager|professor|professeure?|man|woman|homme|femme|king|queen|roi|reine|prince|princess|princesse|boss|patron|chairman|chairwoman|master|farmer|worker|resident|habitante?|senator|senateur|senatrice|depute|deputee|mp|survivor|survivante?'
const personNoun = new RegExp(`(?<![\\p{L}\\p{N}])(?:${personNouns})(?![\\p{L}\\p{N}])`, 'u')
const office = new RegExp(`^(?:the |le |la |l')(?:\\p{L}+ )?(?:${personNouns})(?= \\p{L})`, 'u')
const masculine =
  /^(?:(?:m|mr|sir|monsieur|lord|king|prince|father)\b|le |un |l'(?:ancien|avocat|ambassadeur|homme|auteur|entraineur)\b|(?:the |a )?(?:man|king|prince|spokesman|chairman)\b)/u
const feminine =
  /^(?:(?:mme|mrs|ms|miss|madame|mlle|lady|queen|princess)\b|la |une |l'(?:ancienne|avocate|ambassadrice|femme|auteure)\b|(?:the |a )?(?:woman|queen|princess|spokeswoman|chairwoman)\b)/u

export function isPersonNoun(folded: string): boolean {
  return personNoun.test(folded)
}

/** Whether the words name a person or hold an office, rather than being a body or a paper. */
export function isPerson(words: string, language: Language): boolean {
  // Behind other words, so that the first one's capital says nothing.
  const names = findNames(`… ${words}`, language)
  if (names.some(({ kind }) => kind === undefined)) return true
  const folded = foldString(words)
  const person = personNoun.exec(folded)
  const first = speakingNoun.exec(folded)
  return person !== null && (first === null || first.index >= person.index)
}

function candidateAt(text: string, range: Range, language: Language): Candidate {
  const words = text.slice(range.start, range.end)
  const folded = foldString(words)
  const gender = masculine.test(folded) ? 'masculine' : feminine.test(folded) ? 'feminine' : undefined
  return { ...range, kind: isPerson(words, language) ? 'person' : 'body', ...(gender !== undefined && { gender }) }
}

/**
 * The subject first, then who speaks, then the one person named; each once.
 * @param isFamilyName whether a folded word ends a person's full name in the article: alone it names them too.
 */
export function findCandidates(
  text: string,
  language: Language,
  isFamilyName: (folded: string) => boolean,
): readonly Candidate[] {
  const subject = readSubject(text, language)
  const attribution = readSpeaker(text, language)
  const speaker = attribution.kind === 'named' ? candidateAt(text, attribution.speaker, language) : undefined
  const names = findNames(text, language).filter(({ kind }) => kind === undefined)
  // One word without a title may be a town.
  const persons = names
    .map((name) => withTitle(text, name))
    .filter(({ start, end }) => {
      const words = text.slice(start, end)
      return /\p{L}\s+\p{L}/u.test(words) || isFamilyName(foldString(words))
    })
  const isOne = new Set(names.map((name) => lastWord(name))).size === 1
  const [only] = isOne ? persons.map((range) => candidateAt(text, range, language)) : []
  const found = [subject, speaker, only].filter((candidate) => candidate !== undefined)
  const overlaps = (one: Range, other: Range) => one.start < other.end && other.start < one.end
  // Of two ways to read one mention the longer: "Health minister Ana Ruiz", not "Health".
  const longest = found.map((one) =>
    found
      .filter((other) => overlaps(one, other))
      .reduce((left, right) => (lengthOf(right) > lengthOf(left) ? right : left)),
  )
  return [...new Set(longest)]
}

/** Folded last words of the full names in a text. */
export function familyNamesOf(text: string, language: Language): readonly string[] {
  return findNames(text, language)
    .filter(({ kind, text: name }) => kind === undefined && /\s/.test(name))
    .map(lastWord)
}

function lengthOf({ start, end }: Range): number {
  return end - start
}

function lastWord({ text }: NameMention): string {
  return foldString(text).split(' ').at(-1) ?? ''
}

/** "M. Dubois", "the minister, Ana Ruiz" */
function withTitle(text: string, { start, end }: Range): Range {
  const before =
    /(?:(?<![\p{L}])(?:M\.|MM\.|Mr\.?|Mme|Mlle|Mrs\.?|Ms\.?|Miss|Dr\.?|Sir|Lady|Monsieur|Madame)\s)$/u.exec(
      text.slice(0, start),
    )
  return { start: start - (before?.[0].length ?? 0), end }
}

const small = /^(?:the|a|an|le|la|les|l|un|une|of|de|du|des|d|et|and|en|s|interior|former|vice|ancien|ancienne)$/u
const connector = /^(?:of|de|du|des|d|and|et|or|ou|for|pour|in|à|au|aux|from|with|avec|by|par)$/u

/** Whom the sentence is about: a person by name or office at its beginning, or behind the words that open it. */
export function readSubject(text: string, language: Language): Candidate | undefined {
  const names = findNames(text, language).filter(({ kind }) => kind === undefined)
  for (const begin of beginnings(text)) {
    // "Health minister Ana Ruiz": the first name is the office's.
    const name = names.find(({ start, end }) => start >= begin && !isOffice(nextWord(text.slice(end))))
    if (name !== undefined && isTitle(text.slice(begin, name.start)) && actsAfter(text.slice(name.end)))
      return candidateAt(text, { start: begin, end: name.end }, language)
    const length = officeAt(text.slice(begin))
    if (length !== undefined) return candidateAt(text, { start: begin, end: begin + length }, language)
  }
  return undefined
}

/** At the start, and behind "In May," or "Face à cette situation,". */
function beginnings(text: string): readonly number[] {
  const lead = /^[\s"“”«»'’([–—•*-]*/u.exec(text)?.[0].length ?? 0
  const commas = [...text.slice(0, lead + 120).matchAll(/,\s+/gu)].slice(0, 2)
  return [lead, ...commas.map((match) => match.index + match[0].length)]
}

function isOffice(folded: string): boolean {
  return titles.has(folded) || personNoun.test(folded) || speakingNoun.test(folded)
}

/** Folded; empty where no letter follows. */
function nextWord(words: string): string {
  return foldString(/^\s*(\p{L}+)/u.exec(words)?.[1] ?? '')
}

function isTitle(words: string): boolean {
  const folded = foldString(words)
  if (folded.trim() === '') return true
  const list = folded.match(/[\p{L}]+/gu) ?? []
  // "Health minister": what comes before an office is a part of it.
  const last = list.findLastIndex(isOffice)
  return list.every((word, at) => small.test(word) || isOffice(word) || (at < last && at < 2))
}

/** Whether a verb may follow: no "'s", no "of", past an aside. */
function actsAfter(words: string): boolean {
  const rest = words.replace(/^\s*(?:,[^,]{2,90},|\([^()]*\)|\s[-–—]\s[^–—]{2,120}?\s[-–—])/u, '')
  const next = /^\s+(\p{Ll}[\p{L}]*)/u.exec(rest)?.[1]
  return next !== undefined && !connector.test(next.normalize('NFC'))
}

/** Length of "The mayor" where the mayor does something. */
function officeAt(words: string): number | undefined {
  const source = foldText(words.slice(0, 80))
  const noun = office.exec(source.folded)
  return noun === null ? undefined : originalRange(source, 0, noun[0].length).end
}
