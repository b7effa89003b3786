/** Spans as Discord's markdown. */
import type { Block, Span } from '../../../src/rendering/types.ts'
import { escapeText, toCode, toLink } from './escape.ts'

/** A block as lines of markdown; a quote is set off by Discord's own bar. */
export function writeBlock({ kind, spans }: Block): string {
  if (kind === 'introduction') return prefixLines(aroundWords(spans.map(({ text }) => text).join(''), '*'), '> ')
  const text = writeSpans(spans)
  if (kind === 'quote') return prefixLines(text, '> ')
  if (kind === 'footer' || kind === 'source') return prefixLines(text, '-# ')
  return kind === 'item' ? `- ${text.replaceAll('\n', '\n  ')}` : text
}

function prefixLines(text: string, prefix: string): string {
  return text
    .split('\n')
    .map((line) => (line.trim() === '' ? prefix.trimEnd() : prefix + line))
    .join('\n')
}

/** Bold of two spans in a row is one: `**a****b**` would show the marks. */
function writeSpans(spans: readonly Span[]): string {
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    const goesOn = last !== undefined && last.style === span.style && last.url === span.url
    if (goesOn) joined.splice(-1, 1, { ...last, text: last.text + span.text })
    else joined.push(span)
  }
  return joined.map(writeSpan).join('')
}

function writeSpan({ text, style, url }: Span): string {
  if (url !== undefined) return toLink(text, url)
  if (style === 'code') return toCode(text)
  if (style === 'bold') return aroundWords(text, '**')
  return style === 'italic' ? aroundWords(text, '*') : escapeText(text)
}

/** Line by line, with white space outside: marks that touch a space or cross a line are shown as they are. */
function aroundWords(text: string, mark: string): string {
  return escapeText(text)
    .split('\n')
    .map((line) =>
      line.replace(/^(\s*)(.*?)(\s*)$/su, (_line, before: string, words: string, after: string) =>
        words === '' ? line : `${before}${mark}${words}${mark}${after}`,
      ),
    )
    .join('\n')
}
