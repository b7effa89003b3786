/** The JSON in a model's text: alone, in a code fence, or after words of its own. */

/** Characters (UTF-16 units) that are looked at. */
const longest = 200_000

/** The first complete object of a text, or undefined. */
export function readJson(text: string): unknown {
  const source = withoutThoughts(text.slice(0, longest))
  const whole = parse(source)
  if (whole !== undefined) return whole
  let tries = 0
  for (let start = source.indexOf('{'); start !== -1 && tries < 20; start = source.indexOf('{', start + 1)) {
    tries += 1
    const end = endOfObject(source, start)
    const found = end === undefined ? undefined : parse(source.slice(start, end))
    if (found !== undefined) return found
  }
  return undefined
}

/** Without what stands between `<think>` and `</think>`: each character is looked at once, however many are left open. */
function withoutThoughts(text: string): string {
  const kept: string[] = []
  let from = 0
  while (true) {
    const start = text.indexOf('<think>', from)
    const end = start === -1 ? -1 : text.indexOf('</think>', start)
    if (end === -1) return kept.join('') + text.slice(from)
    kept.push(text.slice(from, start))
    from = end + '</think>'.length
  }
}

function parse(source: string): unknown {
  try {
    const value: unknown = JSON.parse(source)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

/** Behind the bracket that closes the one at `start`; brackets within strings do not count. */
function endOfObject(source: string, start: number): number | undefined {
  let depth = 0
  let quoted = false
  for (let at = start; at < source.length; at += 1) {
    const character = source[at]
    if (quoted) {
      if (character === '\\') at += 1
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{') depth += 1
    else if (character === '}') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return undefined
}
