import { describe, expect, it } from 'vitest'
import type { Language } from '../../src/types.ts'
import { findHedges, widenSlice } from '../../src/verify/locks/hedges.ts'

const cutOff = (text: string, part: string, language: Language = 'en') => {
  const start = text.indexOf(part)
  return widenSlice(text, { start, end: start + part.length }, language).cutOff
}

describe('how far a negation or a hedge reaches', () => {
  it.each<readonly [string, string, Language]>([
    ['The mayor denied the rumours; the port lost ten ships.', 'the port lost ten ships', 'en'],
    ['The mayor denied the rumours, and the port lost ten ships.', 'the port lost ten ships', 'en'],
    ['It was not the wind but the current that took them.', 'the current that took them', 'en'],
    ['The mayor, who denied the charges, opened the new quay on Monday.', 'opened the new quay on Monday', 'en'],
    ['After the union refused the offer, the port closed for a week.', 'the port closed for a week', 'en'],
    ['The port closed for a week, but the police suspected nobody.', 'The port closed for a week', 'en'],
    ['Le maire dément les rumeurs, et le port a perdu dix navires.', 'le port a perdu dix navires', 'fr'],
    ['Le maire (que la police soupçonne) a ouvert le nouveau quai.', 'a ouvert le nouveau quai', 'fr'],
  ])('does not reach into another clause: %j', (text, part, language) => {
    expect(cutOff(text, part, language)).toEqual([])
  })

  it.each<readonly [string, string, string, Language]>([
    ['The port is not a haven for smugglers.', 'a haven for smugglers', 'not', 'en'],
    ['According to the police, ten men fled, and two were caught.', 'two were caught', 'According to', 'en'],
    ['The mayor said that the port was closed, and that the quay was lost.', 'the quay was lost', 'said', 'en'],
    ['The mayor denied that the port was closed.', 'the port was closed', 'denied', 'en'],
    ['It is not, he added, a haven for smugglers.', 'a haven for smugglers', 'not', 'en'],
    ['Ten ships were lost, according to the coast guard.', 'Ten ships were lost', 'according to', 'en'],
    ['Selon la préfecture, le port a été fermé.', 'le port a été fermé', 'Selon', 'fr'],
  ])('reaches through its own: %j', (text, part, word, language) => {
    expect(cutOff(text, part, language)).toContain(word)
  })

  it.each<readonly [string, Language]>([
    ['The captain was found on 9 May 2023.', 'en'],
    ['It has rained since May, and in May 2024 too.', 'en'],
    ['May 2023 was dry.', 'en'],
    ['The strike cost nearly 7 million euros and no fewer than 40 days.', 'en'],
    ['Il a plu pas moins de 40 jours et presque 7 nuits.', 'fr'],
  ])('counts neither months nor what says how exact a figure is: %j', (text, language) => {
    expect(findHedges(text, language)).toEqual([])
  })

  it('still counts the verb "may" and "nearly" without a figure', () => {
    expect(findHedges('They may leave. It nearly sank.', 'en').map(({ text }) => text)).toEqual(['may', 'nearly'])
  })
})
