import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Embedder } from '../../src/ports/embedder.ts'
import type { WordSpace } from '../../src/ports/word-space.ts'
import { readQuestion } from '../../src/question/question.ts'
import { openBundledWords } from '../answer/seed-corpus.ts'

/** Reading a question needs the word lists, not the vectors: the model is not loaded. */
const noVectors: Embedder = {
  modelId: 'none',
  dimensions: 1,
  embed: async () => [],
  embedTokens: async (texts) => texts.map(() => ({ vectors: [], weights: [] })),
  close: async () => undefined,
}

describe('reading a question', () => {
  let space: WordSpace
  beforeAll(async () => {
    space = await openBundledWords(noVectors)
  })
  const read = (text: string) => readQuestion(text, space)
  const contentOf = async (text: string) => (await read(text)).content.map(({ word }) => word)

  describe('tells the language', () => {
    it.each([
      ['who?', 'en'],
      ['428 deported', 'en'],
      ['fires in Portugal', 'en'],
      ['rescu of victms forced hi-tech crimes', 'en'],
      ['thialand electrisity popiet', 'en'],
      ['Did Hun Manet say “escroquerie”?', 'en'],
      ['qui ?', 'fr'],
      ['escroquerie en ligne', 'fr'],
      ['ou sont les victimes', 'fr'],
      ["C'est quoi le CCOS", 'fr'],
      ['inteligence artificiele dangé victimes', 'fr'],
      ["l'arnaque", 'fr'],
      ['Que dit Donald Trump sur Elon Musk ?', 'fr'],
    ] as const)('of "%s"', async (text, language) => {
      expect(await read(text)).toMatchObject({ language, foreign: false })
    })

    it.each([
      ['Spanish', '¿Cuántos extranjeros fueron expulsados de Camboya?'],
      ['Spanish without accents', 'donde estan los detenidos'],
      ['German', 'Wie viele Ausländer wurden aus Kambodscha ausgewiesen?'],
      ['short German', 'Wer ist der Innenminister?'],
      ['Italian', 'Quanti stranieri sono stati espulsi dalla Cambogia?'],
      ['Vietnamese', 'Bao nhiêu người nước ngoài đã bị trục xuất khỏi Campuchia?'],
      ['Khmer', 'តើជនបរទេសប៉ុន្មាននាក់ត្រូវបានបណ្តេញចេញ?'],
      ['Chinese', '有多少外国人被驱逐出柬埔寨?'],
      ['Russian', 'Сколько иностранцев было выслано?'],
      ['Arabic', 'كم عدد الأجانب'],
    ])('as a third one for %s', async (_, text) => {
      expect(await read(text)).toMatchObject({ language: 'en', foreign: true })
    })

    // Guessed among sixty languages, these were taken for Italian, Danish, Croatian, Catalan and Malay.
    it.each([
      'quel age a t il',
      'heng sofal kampong tom polise',
      'Quel grade a Sok Veasna ?',
      'reunoin urgense pailain',
      'How old is Khalid Al-Rumaidhi?',
      'Sok Veasna 职位',
    ])('as one of its own for "%s"', async (text) => {
      expect((await read(text)).foreign).toBe(false)
    })

    it('as it is written, whatever the asker has chosen for the answers', async () => {
      const question = await readQuestion('Wer ist der Innenminister?', space, 'fr')
      expect(question).toMatchObject({ language: 'fr', foreign: true })
      expect(await readQuestion('How many computers were seized?', space, 'fr')).toMatchObject({ language: 'en' })
    })
  })

  describe('tells what is wanted', () => {
    it.each(['thanks a lot!', 'Thank you for your help', 'merci beaucoup', 'Merci pour la réponse !', 'OK'])(
      'thanks for "%s"',
      async (text) => {
        expect((await readQuestion(text, space)).intent).toBe('thanks')
      },
    )

    it.each([
      'Hi!',
      'hello there',
      'Good evening',
      'Bonjour',
      'bonjour à toi',
      'Salut, ça va ?',
      'help',
      'Aide-moi',
      'What can you do?',
      'How does this work?',
      'can you help me?',
      'who are you',
      'Que peux-tu faire ?',
      "Qu'est-ce que tu sais faire ?",
      "Est-ce que tu peux m'aider ?",
      'Qui es-tu ?',
      'Comment ça marche ?',
    ])('help for "%s"', async (text) => {
      expect((await read(text)).intent).toBe('help')
    })

    it.each([
      'Write me a poem about the sea',
      'Please translate this article into French',
      'Can you draft a letter to the minister?',
      'tell me a joke',
      'Écris un résumé',
      'Traduis merci en vietnamien',
      'Raconte-moi une blague',
    ])('a task for "%s"', async (text) => {
      expect((await read(text)).intent).toBe('task')
    })

    it.each(['???', '👍', '…', '“”', '\u200b', '\u0301'])('nothing that can be looked for in "%s"', async (text) => {
      expect((await read(text)).intent).toBe('wordless')
    })

    it.each(['C++', "l'", '2023', '是'])('a search for "%s", short as it is', async (text) => {
      expect((await read(text)).intent).toBe('search')
    })

    it.each([
      'Citez les mots exacts du ministre',
      'Tell me about the Prince Group',
      'hello, how many computers were seized?',
      "Bonjour, combien d'ordinateurs ont été saisis ?",
      'What did Hun Manet write in his letter?',
      "Qu'a écrit le ministre ?",
      'Help for the victims of scams',
      'aide aux victimes',
      "Merci de me dire combien d'ordinateurs ont été saisis",
      'Great Britain',
      'Super League',
      // Nouns that are verbs too: these were taken for tasks.
      'Program for citizens to report scams',
      'Draft law on online fraud',
      'code of conduct for officials',
      'Write-off of debts',
    ])('a search for "%s"', async (text) => {
      expect((await read(text)).intent).toBe('search')
    })
  })

  describe('keeps the words that carry the topic', () => {
    it.each([
      ['How many computers were seized during the raids?', ['computers', 'seized', 'raids']],
      ["Combien d'ordinateurs ont été saisis ?", ['ordinateurs', 'saisis']],
      ['Tell me about the scams, the scams!', ['scams']],
      ['Who are the 73 suspects?', ['73', 'suspects']],
    ])('of "%s"', async (text, words) => {
      expect(await contentOf(text)).toEqual(words)
    })

    // "né" (born) folds to "ne" (not); with accents left out nobody can tell them apart.
    it.each([
      ["Kombien d'ordinateurs ont été saisis", ['ordinateurs', 'saisis']],
      ['conbien de navires ?', ['navires']],
      ['How long did the crossing take?', ['crossing', 'take']],
    ])('and not the words that only ask: %s', async (text, words) => {
      expect(await contentOf(text)).toEqual(words)
    })

    it('takes "né" for a word and "ne" for none', async () => {
      expect(await contentOf('Quand Hun Manet est-il né ?')).toContain('ne')
      expect(await contentOf('Quand Hun Manet est-il n\u0065\u0301 ?')).toContain('ne')
      expect(await contentOf('Pourquoi ne part-il pas ?')).not.toContain('ne')
    })

    it.each([
      ['how old?', ['old']],
      ['quel âge', ['age']],
    ])('and does not lose the only one of "%s"', async (text, words) => {
      expect(await contentOf(text)).toEqual(words)
    })

    it('marks the words of names', async () => {
      const { content } = await read('Was the Prince Group fined by Heng Sophal?')
      expect(content.filter(({ inName }) => inName).map(({ word }) => word)).toEqual([
        'prince',
        'group',
        'heng',
        'sophal',
      ])
    })
  })

  it('reads numbers, dates and places', async () => {
    const question = await read('How many of the 312 Chinese left Thailand on 8 February 2026?')
    expect(question.numbers.map(({ value }) => value)).toContain('312')
    expect(question.dates[0]).toMatchObject({ year: 2026, month: 2, day: 8 })
    expect(question.places.map(({ code }) => code)).toEqual(expect.arrayContaining(['CN', 'TH']))
    expect(question.expected.type).toBe('number')
  })

  it('never throws, and every word stands where it says, whatever the question holds', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc
        .array(
          fc.constantFrom(
            'Who',
            'né',
            '10 444',
            'l’',
            '"',
            '«',
            '2025',
            '\ud800',
            '\u0000',
            'Hun',
            '%',
            '€',
            '-',
            '.',
            '́',
          ),
        )
        .map((parts) => parts.join(' ')),
    )
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const { words, content, names, places, dates, numbers } = await readQuestion(text, space, 'fr')
        for (const { start, end } of [...words, ...content, ...names, ...places, ...dates, ...numbers]) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
        await read(text)
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    ['words', 'why '.repeat(500)],
    ['letters', 'a'.repeat(2_000)],
    ['digits', '9'.repeat(2_000)],
    ['quotation marks', '"'.repeat(2_000)],
    ['apostrophes', "l'".repeat(1_000)],
    ['groups of digits', '1 000 '.repeat(333)],
    ['accents', 'e\u0301'.repeat(1_000)],
    ['capitals', 'Hun Manet '.repeat(200)],
  ])('reads two thousand characters of %s within a blink', async (_, text) => {
    const started = performance.now()
    await read(text)
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
