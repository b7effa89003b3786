import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Language } from '../../src/types.ts'
import { proveSelection } from '../../src/writing/proof/selection-proof.ts'

/** Sentences ("= …"), each with claims ("- …") that leave out or move a part of them and say something else. */
function readTurned(language: Language) {
  const source = readFileSync(new URL(`./claim-texts/turned-${language}.txt`, import.meta.url), 'utf8')
  const found: { readonly cited: string; readonly claim: string }[] = []
  let cited = ''
  for (const line of source.split('\n')) {
    if (line.startsWith('= ')) cited = line.slice(2)
    else if (line.startsWith('- ')) found.push({ cited, claim: line.slice(2) })
  }
  return found
}

/** Seen and let be: only the sense of a noun, or of a verb left out, tells that they turn the sentence. */
const known = ['The doctor treated ten children.', 'The dog bit the boy and the cat the mouse.']

it.each(['en', 'fr'] as const)('leaves nothing out and moves nothing that turns the sentence (%s)', (language) => {
  const tried = readTurned(language)
  const through = tried.filter(
    ({ cited, claim }) => proveSelection({ text: claim, language }, [{ text: cited, language }]).length === 0,
  )
  process.stdout.write(`${language}: ${through.length} of ${tried.length} turned parts through\n`)
  expect(through.map(({ claim }) => claim)).toEqual(language === 'en' ? known : [])
})
