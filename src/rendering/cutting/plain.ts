import type { Block, Rendering } from '../types.ts'

/** A rendering without any marks, for logs and standard output: a line a block, a blank line between groups. */
export function toPlain({ groups }: Rendering): string {
  return groups.map((blocks) => blocks.map(toLine).join('\n')).join('\n\n')
}

function toLine({ kind, spans }: Block): string {
  const text = spans.map(({ text, url }) => (url === undefined ? text : `${text} (${url})`)).join('')
  return kind === 'item' ? `- ${text}` : text
}
