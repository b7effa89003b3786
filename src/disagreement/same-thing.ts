/** Whether two figures surely count or measure the same: one noun with the same qualities, and one thing that befell it. */
import { findNames } from '../entities/names.ts'
import { quantitiesOf } from '../figures-table/relevant-figures.ts'
import { entitiesOf } from '../figures-table/topic/entities-of.ts'
import { sayOneState } from '../figures-table/topic/kinds.ts'
import { type FoldedWord, foldWords } from '../text/fold.ts'
import { isStopWord } from '../text/stop-words.ts'
import type { Language, Range } from '../types.ts'
import type { QuotedFigure } from './quoted-figure.ts'
import type { SaysTheSame, SpokenWord } from './word-likeness.ts'

/** Content words looked at behind a figure and its noun. Before it the verb is the nearest. */
const reach = 2
/** "12 more", "another 12": what comes on top is another figure. */
const onTop = /^(?:more|further|additional|another|extra|new|autres?|nouve(?:aux|lles?)|supplementaires?)$/

/** @param asked the words of the question that carry its topic. */
export function isSameThing(
  left: QuotedFigure,
  right: QuotedFigure,
  asked: readonly SpokenWord[],
  saysTheSame: SaysTheSame,
): boolean {
  const [one, other] = [left.number, right.number]
  if (one.currency !== other.currency || kindOf(left) !== kindOf(right) || kindOf(left) === undefined) return false
  if ((left.source.hedge === undefined) !== (right.source.hedge === undefined)) return false
  if (isOnTop(left) || isOnTop(right)) return false
  const isSaid = (word: SpokenWord, by: readonly SpokenWord[]) => by.some((said) => saysTheSame(word, said))
  const isShared = (figure: QuotedFigure, by: QuotedFigure) =>
    thingWords(figure).every((word) => isSaid(word, [...sentenceWords(by), ...asked]))
  if (!isShared(left, right) || !isShared(right, left)) return false
  const [nouns, others] = [unitWords(left), unitWords(right)]
  if (kindOf(left) === 'count' && !nouns.some((word) => isSaid(word, others))) return false
  if (nouns.some((word) => others.some((by) => areOfTwoGenders(word, by)))) return false
  return befellTheSame(besideWords(left), besideWords(right), saysTheSame)
}

/** "Over the fraud 19 people were arrested": where both say it behind the figure, the words before it are no verbs. */
function befellTheSame(left: Beside, right: Beside, saysTheSame: SaysTheSame): boolean {
  const meet = (some: readonly SpokenWord[], others: readonly SpokenWord[]) =>
    some.some((word) => others.some((by) => saysTheSame(word, by) || sayOneState(word.word, by.word)))
  const areBothBehind = left.behind.length > 0 && right.behind.length > 0
  return (
    meet(left.behind, right.behind) ||
    meet(left.before, right.behind) ||
    meet(left.behind, right.before) ||
    (!areBothBehind && meet(left.before, right.before))
  )
}

/** "14 candidats" may all be, "5 candidates" are women: one stem, two things counted. */
function areOfTwoGenders(left: SpokenWord, right: SpokenWord): boolean {
  if (left.language !== 'fr' || right.language !== 'fr') return false
  const [one, other] = [left, right].map(({ word }) => word.replace(/s$/u, ''))
  return one !== other && (`${one}e` === other || `${other}e` === one)
}

function kindOf({ number: { kind, unit, currency } }: QuotedFigure): 'count' | 'money' | 'percent' | undefined {
  if (kind === 'percent') return 'percent'
  if (kind === 'money' || (kind === 'range' && currency !== undefined)) return 'money'
  return (kind === 'count' || kind === 'range') && unit !== undefined ? 'count' : undefined
}

function isOnTop({ unit: { text }, number, source }: QuotedFigure): boolean {
  const before = text.slice(Math.max(0, number.start - 12), number.start)
  const behind = text.slice(number.end, number.end + Math.max(12, source.thing?.text.length ?? 0))
  const words = (part: string) => foldWords(part).map(({ word }) => word)
  return onTop.test(words(before).at(-1) ?? '') || words(behind).some((word) => onTop.test(word))
}

function spoken(
  { unit: { language } }: QuotedFigure,
  words: readonly { readonly word: string }[],
): readonly SpokenWord[] {
  return words.map(({ word }) => ({ word, language }))
}

/** The noun as it stands with its qualities. */
function unitWords(figure: QuotedFigure): readonly SpokenWord[] {
  return spoken(figure, foldWords(figure.number.unit ?? '')).filter(({ word }) => word.length > 1)
}

/** All that says which things are counted. */
function thingWords(figure: QuotedFigure): readonly SpokenWord[] {
  const { language } = figure.unit
  const words = foldWords(figure.source.thing?.text ?? figure.number.unit ?? '')
  return spoken(figure, words).filter(({ word }) => word.length > 1 && !isStopWord(word, language))
}

function sentenceWords(figure: QuotedFigure): readonly SpokenWord[] {
  return spoken(figure, figure.unit.words)
}

const clauseEnd = /[;:,]|\.\s|\s[-–—]\s|(?<!\p{L})(?:that|que|qu['’]|while|and|et|but|mais|tandis)(?!\p{L})/iu
/** What stands behind these is a thing of another phrase: "the mill", "of pines". */
const phraseOpening: Readonly<Record<Language, RegExp>> = {
  en: /^(?:the|an?|its|their|his|her|this|these|of|at|in|on|for|from|to|by|with|near|off)$/,
  fr: /^(?:le|la|les|l|un|une|des|du|de|d|au|aux|ce|cette|ces|son|sa|ses|leurs?|par|sur|dans|en|pour|avec|chez|vers)$/,
}
/** "Caused damage of 18 million": the noun before says no more than the figure. */
const ofFigure = /^\s*(?:of|de|d['’])/iu

type Beside = { readonly before: readonly SpokenWord[]; readonly behind: readonly SpokenWord[] }

/** The words around a figure that say what befell what it counts: "killed", "were treated", "cost". */
function besideWords(figure: QuotedFigure): Beside {
  const { unit, number, source } = figure
  const { text, words, language } = unit
  const offset = unit.passage.start + unit.start
  const thing = source.thing ?? source.figure
  const own: Range = { start: number.start, end: Math.max(number.end, thing.end - offset) }
  const taken: readonly Range[] = [...findNames(text, language), ...entitiesOf(unit).dates, ...quantitiesOf(unit)]
  const isWord = ({ word, start, end }: FoldedWord, position: number): boolean =>
    !taken.some((range) => start < range.end && range.start < end) &&
    !isStopWord(word, language, text.slice(start, end)) &&
    !phraseOpening[language].test(words[position - 1]?.word ?? '')
  const telling = words.filter(isWord)
  const before = telling.filter(({ end }) => end <= own.start && !clauseEnd.test(text.slice(end, own.start)))
  const behind = telling.filter(({ start }) => start >= own.end && !clauseEnd.test(text.slice(own.end, start)))
  const isNoun = ofFigure.test(text.slice(before.at(-1)?.end, own.start))
  return {
    before: spoken(figure, before.slice(isNoun ? -reach : -1)),
    behind: spoken(figure, behind.slice(0, reach)),
  }
}
