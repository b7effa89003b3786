import { describe, expect, it } from 'vitest'
import { attribute } from '../../src/answer/quotes/attribute.ts'
import { readUnits } from '../../src/answer/units/units.ts'
import type { Language, Passage } from '../../src/types.ts'

function unitsOf(text: string, language: Language) {
  const id = `a${text.length}${language}`
  const passage: Passage = {
    id: `${id}@0.1`,
    articleId: id,
    version: '0',
    ordinal: 1,
    text,
    start: 0,
    end: text.length,
    language,
  }
  return readUnits(passage)
}

describe('who speaks', () => {
  it('is looked up before a quotation that only says "he said"', () => {
    const units = unitsOf(
      'Selon Mme Aline Morel, la digue tiendra. "Nous dormons tranquilles", a-t-elle déclaré.',
      'fr',
    )
    const last = units.at(-1)
    expect(last && attribute(last, units)).toBe('Mme Aline Morel')
  })

  it('is left out where the sentence names its speaker itself', () => {
    const units = unitsOf('The mayor closed the road. "It will reopen on Monday," said Karim Haddad.', 'en')
    const last = units.at(-1)
    expect(last && attribute(last, units)).toBeUndefined()
  })

  // A regression: the reporter's own sentence was given to the minister of the paragraph before.
  it('is left out where quotation marks only stand around a word of the reporter', () => {
    const units = unitsOf('According to Karim Haddad, the road is closed. The mayor came to "clean up" the town.', 'en')
    const last = units.at(-1)
    expect(last && attribute(last, units)).toBeUndefined()
  })

  it('is left out where nobody is quoted, and where nobody was named before', () => {
    const plain = unitsOf('According to Karim Haddad, the road is closed. The bridge stays open to cyclists.', 'en')
    const unknown = unitsOf('The road is closed. "It will reopen on Monday," he said.', 'en')
    for (const units of [plain, unknown]) {
      const last = units.at(-1)
      expect(last && attribute(last, units)).toBeUndefined()
    }
  })
})
