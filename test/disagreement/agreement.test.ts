/** "Do the sources disagree?" is answered: alone about the question before, or with its topic. */
import { describe, expect, it } from 'vitest'
import { interfaceTexts } from '../../src/interface-texts.ts'
import type { Answer, Language } from '../../src/types.ts'
import { sampleDesks } from '../desk/sample-desk.ts'
import { articlesOf } from './pair-corpus.ts'
import { type Pair, tuning } from './pairs.ts'

const openSample = sampleDesks()
const pairs: readonly Pair[] = [
  ...tuning.disagree,
  ...tuning.seem,
  {
    name: 'bell tower',
    question: 'How high is the bell tower of Orsk?',
    stories: [['2026-01-02', 'Tower Times', 'The bell tower of Orsk is 48 metres high, the guide said.']],
  },
]
const texts = { en: interfaceTexts('en').agreement, fr: interfaceTexts('fr').agreement }
const figuresOf = ({ disagreement }: Answer) => disagreement?.map(({ figure }) => figure)

async function openDesk() {
  const { desk, corpus } = await openSample({ empty: true })
  await corpus.update(articlesOf(pairs))
  let asked = 0
  return {
    /** Asks one after the other in one conversation, and gives the last answer. */
    async converse(...questions: readonly string[]): Promise<Answer> {
      asked += 1
      const conversation = `discord:thread:${asked}`
      let answer: Answer | undefined
      for (const text of questions) answer = await desk.ask({ text, asker: 'discord:1', conversation })
      if (answer === undefined) throw new Error('nothing was asked')
      return answer
    },
  }
}

describe('do the sources disagree', () => {
  it('is about the question before, in either language', async () => {
    const { converse } = await openDesk()
    const houses = 'How many houses did the tornado destroy in Hollis?'
    for (const [text, language] of [
      ['Do the sources disagree?', 'en'],
      ['Les sources se contredisent-elles ?', 'fr'],
    ] as const) {
      const answer = await converse(houses, text)
      expect([answer.language, answer.status, figuresOf(answer)]).toEqual([
        language,
        'answered',
        ['63 houses', '40 houses'],
      ])
      expect(answer.question).toContain(houses)
      expect(answer.notice).toBeUndefined()
      expect(answer.citations.slice(0, 2).map(({ article }) => article.published)).toEqual(['2026-10-15', '2026-10-14'])
    }
  })

  it('is about what it names', async () => {
    const { converse } = await openDesk()
    expect(figuresOf(await converse('Do the sources disagree on how much the library of Marrowby costs?'))).toEqual([
      '6.2 million euros',
      '4.5 million euros',
    ])
    const about = 'Les articles se contredisent-ils sur le nombre de marins disparus dans le naufrage du Cormoran ?'
    expect(figuresOf(await converse(about))).toEqual(['9 marins', '7 marins'])
  })

  it('goes on from the question that it was about', async () => {
    const { converse } = await openDesk()
    const answer = await converse(
      'How many crew members were treated after the fire on the ferry Solveig?',
      'Do the sources disagree?',
      'Are there any contradictions between the articles?',
    )
    expect(figuresOf(answer)).toEqual(['14 crew members', '11 crew members'])
  })

  it.each<[string, string, Language, string]>([
    ['that they do not', 'Combien d’habitants compte le village de Sainte-Avoye ?', 'en', texts.en.alike(2)],
    ['that they do not', 'How many passengers were aboard the train to Quillan?', 'fr', texts.fr.alike(2)],
    ['that it is not sure', 'How many people were arrested in the raids on call centres?', 'en', texts.en.unsure(2)],
    ['that only one speaks of it', 'How high is the bell tower of Orsk?', 'fr', texts.fr.onlyOne],
    ['that copies are one source', 'How many sheep died in the storm on Fair Moor?', 'en', texts.en.onlyOne],
  ])('is answered with %s: "%s"', async (_, question, language, notice) => {
    const { converse } = await openDesk()
    const text = language === 'en' ? 'Do the sources disagree?' : 'Les sources se contredisent-elles ?'
    const answer = await converse(question, text)
    expect(answer).toMatchObject({ status: 'answered', language, notice })
    expect(answer).not.toHaveProperty('disagreement')
    expect(answer.citations.length).toBeGreaterThan(0)
  })

  it('asks on what where there was no question before', async () => {
    const { converse } = await openDesk()
    expect(await converse('Do the sources disagree?')).toMatchObject({ notice: texts.en.whichTopic, citations: [] })
    expect(await converse('Les sources se contredisent-elles ?')).toMatchObject({ notice: texts.fr.whichTopic })
    expect(await converse('Bonjour', 'Les sources se contredisent-elles ?')).toMatchObject({
      notice: texts.fr.whichTopic,
    })
  })

  it('says that nothing is found where nothing is', async () => {
    const { converse } = await openDesk()
    const answer = await converse('Who painted the Mona Lisa?', 'Do the sources disagree?')
    expect(answer).toMatchObject({ status: 'not-found' })
    expect(answer.notice).toBeUndefined()
  })
})
