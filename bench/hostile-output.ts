/**
 * `npx tsx bench/hostile-output.ts`: how long what takes a model's output is kept busy by strings made for it, at 1 MB and
 * at the greatest length that is read. Prints a Markdown table: the slowest kind of each, the best of three tries.
 */
import type { WordSpace } from '../src/ports/word-space.ts'
import { checkDraft } from '../src/writing/check-draft.ts'
import { readClaim } from '../src/writing/draft-form.ts'
import { locateWords } from '../src/writing/locate-words.ts'
import { checkPlainText, longestClaim } from '../src/writing/plain-text-lock.ts'
import { proveSelection } from '../src/writing/proof/selection-proof.ts'
import { readJson } from '../src/writing/read-json.ts'
import { evidenceOf } from '../test/writing/evidence.ts'
import { hostileKinds, hostileString } from '../test/writing/hostile-strings.ts'
import { openSpace } from '../test/writing/space.ts'

const tries = 3
const cited = 'The port operator Marlin Quay said on Wednesday that 4,000 litres leaked into the harbour of Eastwick.'

type Entry = { readonly name: string; readonly length: number; run(text: string, kind: string): unknown }

const words = await openSpace()
try {
  console.log('| entry | length | slowest kind | milliseconds |')
  console.log('|---|---|---|---|')
  for (const entry of entriesFor(words.space)) console.log(await measure(entry))
} finally {
  await words.close()
}

function entriesFor(space: WordSpace): readonly Entry[] {
  const evidence = evidenceOf('hostile', cited)
  const [shown] = evidence
  if (shown === undefined) throw new Error('no passage')
  const { passage } = shown
  const context = { language: 'en' as const, shown: evidence, space }
  const draftOf = (text: string, relied: string) => ({ text, citations: [{ passage: 1, words: relied }] })
  const proof = (text: string, sentence: string) =>
    proveSelection({ text, language: 'en' }, [{ text: sentence, language: 'en' }])
  const million = 1_000_000
  return [
    { name: 'read-json', length: million, run: readJson },
    { name: 'draft form', length: million, run: (text) => readClaim(draftOf(text, text)) },
    { name: 'words located', length: million, run: (text) => locateWords(text, passage) },
    { name: 'words located', length: 2_000, run: (text) => locateWords(text, passage) },
    { name: 'lock on plain text', length: million, run: (text) => checkPlainText(text, cited) },
    { name: 'lock on plain text', length: longestClaim, run: (text) => checkPlainText(text, cited) },
    { name: 'proof', length: million, run: (text) => proof(text, cited) },
    { name: 'proof', length: longestClaim, run: (text) => proof(text, cited) },
    { name: 'proof, by a sentence as hostile', length: longestClaim, run: (text) => proof(text, `${text} and more`) },
    { name: 'all locks, long claim', length: million, run: (text) => checkDraft(draftOf(text, cited), context) },
    { name: 'all locks, long citation', length: million, run: (text) => checkDraft(draftOf(cited, text), context) },
    { name: 'all locks', length: longestClaim, run: (text) => checkDraft(draftOf(text, cited), context) },
    {
      name: 'all locks, by a passage as hostile',
      length: longestClaim - 100,
      run: (text, kind) => {
        const passageText = `${cited.slice(0, -1)} ${text}.`
        const hostile = { ...context, shown: evidenceOf(`hostile-${kind}`, passageText) }
        return checkDraft(draftOf(`${text} ${cited}`, passageText.slice(0, 90)), hostile)
      },
    },
  ]
}

async function measure({ name, length, run }: Entry): Promise<string> {
  let slowest = { kind: '', milliseconds: -1 }
  for (const kind of hostileKinds) {
    const text = hostileString(kind, length)
    let best = Number.POSITIVE_INFINITY
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const started = performance.now()
      await run(text, kind)
      best = Math.min(best, performance.now() - started)
    }
    if (best > slowest.milliseconds) slowest = { kind, milliseconds: best }
  }
  return `| ${name} | ${length} | ${slowest.kind} | ${slowest.milliseconds.toFixed(1)} |`
}
