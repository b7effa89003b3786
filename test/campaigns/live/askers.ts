/** People who ask a running desk all the time, and what is wrong with the answers they got. */
import { questionAbout } from '../../../bench/made-up-articles.ts'
import type { PassageIndex } from '../../../src/ports/passage-index.ts'
import type { DeskProcess, Told } from './desk-process.ts'

export type Asked = {
  readonly answers: readonly Told[]
  readonly took: readonly number[]
  readonly errors: readonly string[]
}

export type Askers = {
  /** Waits for the answers under way. */
  stop(): Promise<Asked>
}

/** @param pauseMs between an answer and the asker's next question. */
export function startAskers(
  desk: Pick<DeskProcess, 'ask'>,
  { askers, towns, pauseMs }: { readonly askers: number; readonly towns: () => number; readonly pauseMs: number },
): Askers {
  const answers: Told[] = []
  const took: number[] = []
  const errors: string[] = []
  let stopped = false
  const run = async (number: number) => {
    for (let at = number; !stopped; at += askers) {
      const started = performance.now()
      try {
        const text = questionAbout((at * 7) % towns())
        answers.push(await desk.ask({ text, asker: `asker-${number}` }))
        took.push(performance.now() - started)
      } catch (error) {
        errors.push(String(error))
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
  const running = Array.from({ length: askers }, (_, number) => run(number))
  return {
    async stop() {
      stopped = true
      await Promise.all(running)
      return { answers, took, errors }
    },
  }
}

/** Citations that are no exact words of an article that counts at the revision which the answer carries. */
export async function findForeignCitations(answers: readonly Told[], index: PassageIndex): Promise<readonly string[]> {
  const wrong: string[] = []
  const members = new Map<number, ReadonlySet<string>>()
  for (const { citations, corpus } of answers) {
    const counted =
      members.get(corpus.revision) ??
      new Set((await index.articles(corpus.revision)).map(({ id, version }) => `${id}@${version}`))
    members.set(corpus.revision, counted)
    for (const { article, passageId, quote, start, end } of citations) {
      const name = passageId.slice(0, passageId.lastIndexOf('.'))
      const version = name.slice(article.id.length + 1)
      const text = (await index.article(article.id, version))?.text
      if (!counted.has(name)) wrong.push(`${passageId} does not count at revision ${corpus.revision}`)
      else if (text?.slice(start, end) !== quote) wrong.push(`"${quote}" is not in ${name}`)
    }
  }
  return wrong
}

/** @param share 0 to 1. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
