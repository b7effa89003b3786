import { describe, expect, it } from 'vitest'
import { attribute } from '../../src/answer/quotes/attribute.ts'
import { readUnits } from '../../src/reading/quotable.ts'
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
    expect(last && attribute(last, units)).toBe('Aline Morel')
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

  // A regression: the ministry of an earlier sentence stood beside the words of the man named last.
  it('is the person of the sentence before, not a ministry further back', () => {
    const units = unitsOf(
      'Selon le ministère de la Pêche, dix navires ont coulé. M. Karim Haddad a demandé au port de fermer.\nSi un navire part seul, il ne revient pas", a-t-il souligné.',
      'fr',
    )
    const last = units.at(-1)
    expect(last && attribute(last, units)).toBe('Karim Haddad')
  })

  it('is given to every sentence of a quotation', () => {
    const quoted = unitsOf('Karim Haddad closed the road. “We had to. We saw the water rise,” he said.', 'en')
    expect(quoted[1] && attribute(quoted[1], quoted)).toBe('Karim Haddad')
  })

  it('is left out where the words only might be theirs', () => {
    const more = unitsOf('Karim Haddad noted that 20 dams broke last year. This year, 15 more have broken.', 'en')
    expect(more[1] && attribute(more[1], more)).toBeUndefined()
  })

  it('is found whatever the order of the units, and left out where the quote shows it', () => {
    const units = unitsOf('Karim Haddad closed the road. “It will reopen on Monday,” he said.', 'en')
    const [first, last] = units
    expect(last && attribute(last, units.toReversed())).toBe('Karim Haddad')
    const both = first && last && { ...last, start: first.start, text: first.passage.text }
    expect(both && attribute(both, units)).toBeUndefined()
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
