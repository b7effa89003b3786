/** "Which hospital", "the name of the yacht": what has a name of its own is told by a name. */
import type { WordMatcher } from '../../match/similarity.ts'
import type { Question } from '../../question/question.ts'
import { fold, foldWords } from '../../text/fold.ts'
import type { Range } from '../../types.ts'
import { isNew } from '../units/is-new.ts'
import { relationColumns } from '../units/relation.ts'
import type { Unit } from '../units/units.ts'
import { entitiesOf, expectedIn } from './entities-of.ts'
import type { Missing } from './missing-kinds.ts'

const which =
  '(?<!\\p{L})(?:which|what|quel|quelle|quels|quelles) (?:(?:other|shipping|\\p{L}+(?:ese|ish|ian|an)|autres?|grande?s?|petite?s?) )?'
const bodies =
  'compan(?:y|ies)|firms?|hospitals?|clinics?|hotels?|hotel chain|chain|banks?|airlines?|manufacturers?|makers?|car makers?|brands?|apps?|application|newspapers?|magazines?|channels?|school|university|ngos?|charit(?:y|ies)|insurer|supplier|ship|vessel|stadium|museum|entreprises?|societes?|hopita(?:l|ux)|cliniques?|hotels?|banques?|compagnies?|fabricants?|constructeurs?|marques?|journal|journaux|chaines?|ecole|lycee|universite|ong|assureur|fournisseur|navire|stade|musee'
const people =
  'surgeons?|doctors?|lawyers?|judges?|journalists?|experts?|officials?|ministers?|officers?|actors?|singers?|players?|chirurgiens?|medecins?|avocate?s?|juges?|journalistes?|experte?s?|responsables?|ministres?|officiers?|acteurs?|actrices?|chanteu(?:r|se)s?|joueu(?:r|se)s?'
const sites =
  'prison|jail|city|town|village|district|suburb|neighbou?rhood|street|airport|ville|village|quartier|arrondissement|commune|banlieue|rue|aeroport'
const namedThings = new RegExp(`${which}(?:(?:${bodies})|(?:${people}))(?!\\p{L})`, 'u')
const namedSites = new RegExp(`${which}(?:${sites})(?!\\p{L})`, 'u')
const exactPlace =
  /(?<!\p{L})(?:exact(?:ly)? (?:place|spot|location|where)|where exactly|(?:endroit|lieu) (?:precis|exact)|ou exactement)(?!\p{L})/u

/** A name, a place below a country, or words in quotation marks that the question does not hold itself. */
export function missingNamed(question: Question, quoted: Unit): readonly Missing[] {
  if (question.expected.type === 'yes-no') return []
  const folded = fold(question.text)
  const asksSite = namedSites.test(folded) || exactPlace.test(folded)
  if (!asksSite && !namedThings.test(folded)) return []
  const countries: readonly Range[] = entitiesOf(quoted).places.filter(({ code }) => !code.includes(':'))
  const isCountry = (range: Range) => countries.some(({ start, end }) => start < range.end && end > range.start)
  const candidates = [
    ...(asksSite ? [] : expectedIn(quoted, { type: 'name' })),
    ...expectedIn(quoted, { type: 'place' }),
  ]
  const isTold = candidates.some(
    (range) => isNew(quoted.text.slice(range.start, range.end), question) && !isCountry(range),
  )
  return isTold ? [] : [{ kind: 'answer', text: 'name', nowhere: false }]
}

/** Words between a name and what it is the name of: "the yacht Albatros", "a yacht that he had named Albatros". */
const nameReach = { beside: 2, called: 8 }
const calls =
  /(?<!\p{L})(?:named|called|known as|nicknamed|dubbed|christened|entitled|titled|baptise[es]*|nomme[es]*|appele[es]*|surnomme[es]*|intitule[es]*|denomme[es]*|s'appel\p{L}+|dite?s?)(?!\p{L})/u
const ofPlace = /(?:^|[^\p{L}])(?:of|from|de|du|des|d'|in|at|a|au|aux|en) ?$/u
/** The thing whose name is asked for is spoken of from this likeness. */
const spokenOfFrom = 0.5

/** "What is the name of the yacht?" wants a name beside the yacht. */
export function missingName(question: Question, quoted: Unit, matcher: WordMatcher): readonly Missing[] {
  if (question.expected.type !== 'name') return []
  const things = relationColumns(question).flatMap((column) => question.content[column] ?? [])
  if (things.length === 0) return []
  const words = foldWords(quoted.text)
  const likenesses = things.map(({ word }) => matcher.likenessOf(word, quoted.language))
  const at = [...words.keys()].filter((position) =>
    likenesses.some((likenessTo) => likenessTo(words[position]?.word ?? '') >= spokenOfFrom),
  )
  const reach = calls.test(fold(quoted.text)) ? nameReach.called : nameReach.beside
  const fresh = expectedIn(quoted, question.expected).filter(
    ({ start, end }) =>
      isNew(quoted.text.slice(start, end), question) && !ofPlace.test(fold(quoted.text.slice(0, start))),
  )
  const isBeside = ({ start, end }: Range) => {
    const first = words.findIndex((word) => word.end > start)
    const last = words.findLastIndex((word) => word.start < end)
    return at.some((position) => first - position <= reach && position - last <= reach)
  }
  return fresh.some(isBeside) ? [] : [{ kind: 'answer', text: 'name', nowhere: false }]
}
