/** How far a long piece of work is, on standard error: a bar on a terminal, a line now and then elsewhere. */
import { SingleBar } from 'cli-progress'

export type ProgressOptions = {
  /** What is being done: "Indexing". */
  readonly title: string
  /** What is counted: "passages". */
  readonly unit: string
  readonly stream?: NodeJS.WriteStream
  readonly now?: () => number
}

export type Progress = {
  update(done: number, total: number): void
  /** Takes the bar away. */
  stop(): void
}

/** Shorter work shows no bar, in milliseconds. */
const patienceMs = 700
/** Before the first line and between two, where there is no terminal, in milliseconds. */
const lineEveryMs = 10_000

export function createProgress({ title, unit, stream = process.stderr, now = Date.now }: ProgressOptions): Progress {
  const started = now()
  const show = stream.isTTY ? drawBar(title, unit, stream) : writeLines(title, unit, stream)
  let lastShown = started
  return {
    update(done, total) {
      const time = now()
      const quietMs = stream.isTTY ? time - started : time - lastShown
      if (total <= 0 || quietMs < (stream.isTTY ? patienceMs : lineEveryMs)) return
      lastShown = time
      show.update(done, total, describePace(done, total, time - started))
    },
    stop: show.stop,
  }
}

type Pace = { readonly perSecond: string; readonly left: string }
type Shown = { update(done: number, total: number, pace: Pace): void; stop(): void }

/** Units a second so far, and the time that the rest takes at that pace. */
export function describePace(done: number, total: number, elapsedMs: number): Pace {
  const perMs = elapsedMs > 0 ? done / elapsedMs : 0
  if (perMs === 0) return { perSecond: '0', left: 'unknown' }
  const perSecond = perMs * 1_000
  const seconds = Math.ceil(Math.max(0, total - done) / perSecond)
  const minutes = Math.floor(seconds / 60)
  return {
    perSecond: perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond).toString(),
    left: minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`,
  }
}

function drawBar(title: string, unit: string, stream: NodeJS.WriteStream): Shown {
  let bar: SingleBar | undefined
  return {
    update(done, total, pace) {
      if (bar === undefined) {
        const format = `${title} [{bar}] {value}/{total} ${unit}, {perSecond} a second, {left} left`
        bar = new SingleBar({ format, stream, clearOnComplete: true, hideCursor: null, barsize: 24 })
        bar.start(total, done, pace)
      }
      bar.setTotal(total)
      bar.update(done, pace)
    },
    stop: () => bar?.stop(),
  }
}

function writeLines(title: string, unit: string, stream: NodeJS.WriteStream): Shown {
  return {
    update(done, total, { perSecond, left }) {
      stream.write(`${title}: ${done} of ${total} ${unit}, ${perSecond} a second, ${left} left\n`)
    },
    stop: () => undefined,
  }
}
