import { foldText, type Word, wordsOf } from '../figures/folded-text.ts'
import { editDistance } from '../match/edit-distance.ts'
import { isCommonWord } from './common-words.ts'

/** How question words are often typed. */
const typed: Readonly<Record<string, string>> = {
  wich: 'which',
  whitch: 'which',
  wat: 'what',
  wot: 'what',
  waht: 'what',
  whta: 'what',
  wht: 'what',
  wen: 'when',
  whn: 'when',
  wehn: 'when',
  whne: 'when',
  wher: 'where',
  whre: 'where',
  hwo: 'who',
  woh: 'who',
  whos: 'who',
  whats: 'what',
  wheres: 'where',
  whens: 'when',
  hw: 'how',
  hwow: 'how',
  howmany: 'how many',
  howmuch: 'how much',
  wy: 'why',
  wyh: 'why',
  cb: 'combien',
  cmb: 'combien',
  kan: 'quand',
  kand: 'quand',
  qd: 'quand',
  qand: 'quand',
  pk: 'pourquoi',
  pkoi: 'pourquoi',
  pq: 'pourquoi',
  pourkoi: 'pourquoi',
  ki: 'qui',
  kel: 'quel',
  qel: 'quel',
  kelle: 'quelle',
  qelle: 'quelle',
  koi: 'quoi',
  coman: 'comment',
}

const questionWords = [
  'which',
  'where',
  'whose',
  'combien',
  'quand',
  'comment',
  'pourquoi',
  'quelle',
  'quels',
  'quelles',
]

/** How far into a question its question word is looked for when it is misspelt. */
const reach = 6

/** The word meant: a misspelt question word near the start of a question is put right, all others are kept. */
export function correctedWord(word: Word, position: number, many: boolean): string {
  const known = Object.hasOwn(typed, word.folded) ? typed[word.folded] : undefined
  if (position >= reach || word.upper) return word.folded
  if (known !== undefined) return known
  // "how mnay", "how mny": the second word of a count.
  if (
    many &&
    editDistance(word.folded, 'many', 2) <= (word.folded.length > 3 ? 2 : 1) &&
    word.folded.startsWith('m') &&
    word.folded !== 'much'
  ) {
    return 'many'
  }
  if (word.folded.length < 4 || word.capital !== (position === 0 && word.capital)) return word.folded
  if (isCommonWord(word.folded, 'en') || isCommonWord(word.folded, 'fr')) return word.folded
  return (
    questionWords.find((candidate) => {
      const limit = candidate.length >= 7 ? 2 : 1
      return beginAlike(word.folded, candidate) && editDistance(word.folded, candidate, limit) <= limit
    }) ?? word.folded
  )
}

/** "Kombien": what is written as it is heard begins with a k. */
function beginAlike(word: string, candidate: string): boolean {
  return word[0] === candidate[0] || (word.startsWith('k') && /^[cq]/.test(candidate))
}

/** Where the misspelt question words of a text begin: they are neither names nor what it is about. */
export function misspeltQuestionWords(text: string): ReadonlySet<number> {
  const words = wordsOf(foldText(text))
  const misspelt = words.filter(
    (word, position) => correctedWord(word, position, words[position - 1]?.folded === 'how') !== word.folded,
  )
  return new Set(misspelt.map(({ start }) => start))
}
