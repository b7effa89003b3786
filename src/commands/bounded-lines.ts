import { UserError } from '../errors.ts'

/**
 * The lines of a stream of UTF-8, one at a time, without their ends. A line that never ends is left.
 * @param mostCharacters of a line, in UTF-16 units.
 * @throws UserError for a longer line.
 */
export async function* boundedLines(input: AsyncIterable<Uint8Array | string>, mostCharacters: number) {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of input) {
    const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield withoutReturn(line)
    if (rest.length > mostCharacters) {
      throw new UserError(
        `a line of standard input has more than ${mostCharacters} characters: give one question a line`,
      )
    }
  }
  if (rest !== '') yield withoutReturn(rest)
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
