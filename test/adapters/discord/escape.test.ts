import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  escapeLine,
  escapeText,
  toCode,
  toLink,
  toPlain,
  toPlainLine,
} from '../../../adapters/discord/answers/escape.ts'
import { findLinks, findLiveMarks } from '../../peers/discord/markup.ts'
import { hostileText, storedLink } from './hostile.ts'

/** Discord shows a mark after a backslash as that mark. */
const shown = (text: string): string => text.replaceAll(/\\([^0-9A-Za-z\s])/g, '$1')
/** What is left when all that was made inert is gone. */
const unescaped = (text: string): string => text.replaceAll(/\\[^0-9A-Za-z\s]/g, '·')

describe('escaping words for Discord', () => {
  test('shows exactly the words, whatever they are', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        expect(shown(escapeText(text))).toBe(toPlain(text))
      }),
      { numRuns: 500 },
    )
  })

  test('leaves nothing live: no mention, link, emphasis, spoiler, code, emoji, time or command', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const written = escapeText(text)
        expect(findLinks(written)).toEqual([])
        expect(findLiveMarks(written)).toEqual([])
        expect(unescaped(written)).not.toMatch(/[\\*_~|`[\]<>#@]|:\/\/|:\w+:|discord\.gg/)
      }),
      { numRuns: 500 },
    )
  })

  test('begins no heading, list, quotation or small print', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        for (const line of escapeText(text).split('\n')) expect(line).not.toMatch(/^\s*(?:[-+*>]|#|\d+[.)])/)
      }),
      { numRuns: 500 },
    )
  })

  test('writes a line as one line', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        expect(escapeLine(text)).not.toMatch(/[\r\n\v\f\u0085\u2028\u2029]/)
      }),
    )
  })

  test('keeps half characters and controls from the wire', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        expect(escapeText(text).isWellFormed()).toBe(true)
      }),
    )
    expect(toPlainLine('a\u0000b\u202ec')).toBe('abc')
  })

  test('ends no code before its end', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        expect(toCode(text)).toMatch(/^$|^`[^`\n]+`$/)
      }),
    )
  })

  test('names a link by any title, and leads nowhere else', () => {
    fc.assert(
      fc.property(hostileText(10), (title) => {
        const links = findLinks(`${toLink(title, storedLink)} rest`)
        expect(links.map(({ address }) => address)).toEqual([storedLink])
      }),
      { numRuns: 500 },
    )
  })

  test('lets no address end its link', () => {
    expect(findLinks(toLink('x', 'https://news.example/a_(b)*c'))).toEqual([
      { address: 'https://news.example/a_%28b%29*c', preview: true },
    ])
  })

  test('names an article without its address when that is longer than any message', () => {
    expect(toLink('Title', `https://news.example/${'a'.repeat(3_000)}`)).toBe('Title')
  })
})
