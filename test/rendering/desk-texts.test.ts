import { describe, expect, it } from 'vitest'
import { renderHelp } from '../../src/rendering/blocks/render-help.ts'
import { toPlain } from '../../src/rendering/cutting/plain.ts'
import { deskTexts } from '../../src/rendering/texts/desk-texts.ts'

const en = deskTexts('en')
const fr = deskTexts('fr')

/** Every text with the way to it; functions called with what both a singular and a plural need. */
function textsOf(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function')
    return [1, 2].map((n) => [
      `${path}(${n})`,
      String(value(n === 1 && path.endsWith('Others') ? ['a'] : path.endsWith('Others') ? ['a', 'b'] : n, undefined)),
    ])
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`))
}

describe('what the bots say', () => {
  it.each([en, fr])('keeps to the limits of the platforms', (texts) => {
    for (const [path, text] of textsOf([texts.commands, texts.options, texts.adminCommands, texts.config])) {
      expect([path, text.length <= 100]).toEqual([path, true])
    }
    for (const [path, text] of textsOf([texts.buttons, texts.whichSource]))
      expect([path, text.length <= 80]).toEqual([path, true])
    expect(texts.doubt.title.length).toBeLessThanOrEqual(45)
    expect(texts.doubt.label.length).toBeLessThanOrEqual(45)
    expect(texts.doubt.placeholder.length).toBeLessThanOrEqual(100)
    expect(texts.checkQuoteMenu.length).toBeLessThanOrEqual(32)
    for (const [path, text] of textsOf(texts.thanks)) expect([path, text.length <= 200]).toEqual([path, true])
    expect(texts.expired.length).toBeLessThanOrEqual(200)
  })

  it('has every text in both languages, and none twice', () => {
    const [english, french] = [textsOf(en), textsOf(fr)]
    expect(french.map(([path]) => path)).toEqual(english.map(([path]) => path))
    const same = english.filter(([path, text]) => text === french.find(([other]) => other === path)?.[1])
    expect(same.map(([path]) => path)).toEqual([
      '.buttons.sources',
      '.passages(1)',
      '.passages(2)',
      '.status.passages(1)',
      '.status.passages(2)',
    ])
    for (const [path, text] of [...english, ...french])
      expect([path, text.trim() === text && text !== '']).toEqual([path, true])
  })

  it('has no straight apostrophe in French, and no space that a reader would miss before a colon', () => {
    for (const [path, text] of textsOf(fr)) {
      expect([path, /\p{L}'\p{L}|\p{L}[:;!?](?:\s|$)/u.test(text)]).toEqual([path, false])
    }
  })

  it.each(['en', 'fr'] as const)('helps with every way in, what is kept, and what it does not do (%s)', (language) => {
    for (const [platform, own] of [
      ['discord', ['/ask', '/verify', '/figures', '/sources', '/proof', '/status', '/language', '/forget']],
      [
        'telegram',
        ['/ask', '/verify', '/figures', '/sources', '/proof', '/status', '/language', '/private', '/forget'],
      ],
    ] as const) {
      const help = toPlain(renderHelp(language, platform))
      for (const command of own) expect(help).toContain(command)
      expect(help).toContain(deskTexts(language).help.privacy)
    }
  })
})
