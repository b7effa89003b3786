/** What Discord makes of a line of an embed: only the marks that the adapter writes itself. */

export type Run = {
  readonly text: string
  readonly weight?: number
  readonly italic?: boolean
  readonly code?: boolean
  readonly tint?: string
}

export type Line = { readonly kind: 'text' | 'quote' | 'small' | 'item'; readonly runs: readonly Run[] }

const prefixes = [
  { prefix: '> ', kind: 'quote' },
  { prefix: '-# ', kind: 'small' },
  { prefix: '- ', kind: 'item' },
] as const

const link = /^\[((?:\\.|[^\]\\])*)\]\([^)\s]+\)/
const linkTint = '#00a8fc'

export function readLine(line: string): Line {
  const found = prefixes.find(({ prefix }) => line.startsWith(prefix))
  const runs = readRuns(line.slice(found?.prefix.length ?? 0))
  return { kind: found?.kind ?? 'text', runs }
}

function readRuns(text: string): readonly Run[] {
  const runs: Run[] = []
  let [bold, italic] = [false, false]
  const add = (words: string, more: Partial<Run> = {}) => {
    runs.push({ text: words, ...(bold && { weight: 700 }), ...(italic && { italic }), ...more })
  }
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at)
    const named = link.exec(rest)
    const code = /^`([^`]+)`/.exec(rest)
    const plain = /^[^\\*`[]+/.exec(rest)?.[0] ?? rest.charAt(0)
    if (/^\\[^0-9A-Za-z\s]/.test(rest)) {
      add(rest.charAt(1))
      at += 2
    } else if (named !== null) {
      add((named[1] ?? '').replaceAll(/\\(.)/g, '$1'), { tint: linkTint })
      at += named[0].length
    } else if (code !== null) {
      add(code[1] ?? '', { code: true })
      at += code[0].length
    } else if (rest.startsWith('**')) {
      bold = !bold
      at += 2
    } else if (rest.startsWith('*')) {
      italic = !italic
      at += 1
    } else {
      add(plain)
      at += plain.length
    }
  }
  return runs
}
