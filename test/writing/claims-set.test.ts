import { expect, it } from 'vitest'
import type { Language } from '../../src/types.ts'
import { proveSelection } from '../../src/writing/proof/selection-proof.ts'
import { english } from './claims-set/english.ts'
import { french } from './claims-set/french.ts'
import type { CitedSentence } from './claims-set/types.ts'

const foreign = /^(?:The|According to the prefect|Le gardien)(?!\p{L})/u

/** A claim in the other language than its sentence is known by its first words. */
function isKept(claim: string, cited: string, language: Language): boolean {
  const other = language === 'en' ? 'fr' : 'en'
  const isOther = foreign.test(claim) && (language === 'fr' ? /^(?:The|According)/ : /^Le /).test(claim)
  return proveSelection({ text: claim, language: isOther ? other : language }, [{ text: cited, language }]).length === 0
}

function keptOf(sentences: readonly CitedSentence[], kind: 'truths' | 'falsehoods', language: Language) {
  const tried = sentences.flatMap((sentence) => sentence[kind].map((claim) => ({ claim, cited: sentence.cited })))
  return { tried: tried.length, kept: tried.filter(({ claim, cited }) => isKept(claim, cited, language)) }
}

it.each([
  ['English', 'en', english],
  ['French', 'fr', french],
] as const)('lets no false claim of the %s set through, and most true ones as written', (_, language, sentences) => {
  const wrong = keptOf(sentences, 'falsehoods', language)
  const right = keptOf(sentences, 'truths', language)
  process.stdout.write(
    `${language}: ${wrong.kept.length} of ${wrong.tried} false claims through, ${right.kept.length} of ${right.tried} true ones as written\n`,
  )
  expect(wrong.kept.map(({ claim }) => claim)).toEqual([])
  expect(right.kept.length / right.tried).toBeGreaterThanOrEqual(0.6)
})
