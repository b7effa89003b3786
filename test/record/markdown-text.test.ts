import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, it } from 'vitest'
import { toMarkdownLine, toMarkdownLink, toMarkdownQuote } from '../../src/record/markdown-text.ts'
import { webAddress } from '../../src/record/web-address.ts'

type Node = {
  readonly type: string
  readonly url?: string
  readonly value?: string
  readonly children?: readonly Node[]
}

const nodesOf = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)]
const textOf = (markdown: string) => nodesOf(fromMarkdown(markdown)).map(({ value }) => value ?? '')
const kindsOf = (markdown: string) => new Set(nodesOf(fromMarkdown(markdown)).map(({ type }) => type))
const visible = (text: string) => text.toWellFormed().replaceAll(/(?!\s)[\p{Cc}\p{Bidi_Control}]|\s/gu, '')

const mark = fc.constantFrom(
  ...'\\`*_[]<>#|~&$^-+=:.)(!@"\'1 \n\t\r'.split(''),
  '\n    ',
  'a_b',
  '&lt;',
  '1.',
  'http://',
)
const text = fc.oneof(
  fc.array(fc.oneof(mark, fc.string({ maxLength: 2 }))).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme' }),
)

describe('words in Markdown', () => {
  it('read as they are written and are nothing but words, whatever they hold', () => {
    fc.assert(
      fc.property(text, (words) => {
        for (const [markdown, kinds] of [
          [toMarkdownQuote(words), ['root', 'blockquote', 'paragraph', 'text']],
          [toMarkdownLine(words), ['root', 'paragraph', 'text']],
        ] as const) {
          expect([...kindsOf(markdown)].filter((kind) => !kinds.some((allowed) => allowed === kind))).toEqual([])
          expect(visible(textOf(markdown).join(''))).toBe(visible(words))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('stay readable where nothing needs to be escaped', () => {
    for (const words of ['seeds/a_b.txt', 'AT&T, 5 & 6', 'model@1a2b', 'It rose by 12 % (to 340).']) {
      expect(toMarkdownLine(words)).toBe(words)
    }
  })

  it('name links to web addresses, which nothing in them ends', () => {
    fc.assert(
      fc.property(text, fc.webUrl({ withQueryParameters: true, withFragments: true }), text, (name, url, tail) => {
        const address = webAddress(url + tail)
        if (address === undefined || visible(name) === '') return
        const links = nodesOf(fromMarkdown(toMarkdownLink(name, address))).filter(({ type }) => type === 'link')
        expect(links).toHaveLength(1)
        expect(new URL(links[0]?.url ?? '').href.replaceAll(/%5c|%60/gi, '')).toBe(
          address.replaceAll(/[\\`]|%5c|%60/gi, ''),
        )
      }),
    )
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'seeds/a.txt', undefined]) {
      expect(webAddress(url)).toBeUndefined()
    }
  })
})
