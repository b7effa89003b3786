/** What a campaign found: one row a question, `isRight` false where it is not what the issue asks for. */
export type Row = { readonly what: string; readonly figure: string; readonly isRight: boolean }

export function row(what: string, figure: number | string, isRight = true): Row {
  return { what, figure: `${figure}`, isRight }
}

/** Writes a Markdown table. @returns the exit status: 1 when a figure is wrong. */
export function printTable(rows: readonly Row[]): number {
  const lines = rows.map(({ what, figure, isRight }) => `| ${what} | ${figure}${isRight ? '' : ' ✗'} |`)
  process.stdout.write(`| what | figure |\n|---|---|\n${lines.join('\n')}\n`)
  return rows.every(({ isRight }) => isRight) ? 0 : 1
}

export function note(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Works on all, a few at a time, in their order. What comes next is asked for when there is room for it. */
export async function runAll<Item>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const rest = items[Symbol.iterator]()
  const worker = async () => {
    for (let next = rest.next(); next.done !== true; next = rest.next()) await work(next.value)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
