/** The figures of a set: over all questions, by whether the languages differ, and by kind of question. */
import { type Judged, median, type Share, share } from './evaluate.ts'

type Row = { readonly name: string; readonly all: Share; readonly same?: Share; readonly across?: Share }
type KindRow = { readonly kind: string; readonly first: Share; readonly refused: Share; readonly answered: Share }

export type EvalReport = {
  readonly rows: readonly Row[]
  readonly kinds: readonly KindRow[]
  /** Of what several articles are to answer together, the share that is cited. */
  readonly severalCited?: number
  readonly medianMs: number
  readonly highMs: number
  readonly questions: number
}

export function measure(judged: readonly Judged[]): EvalReport {
  const several = judged.filter(({ kind }) => kind === 'multi')
  const answerable = judged.filter(({ answerable: is }) => is)
  const unanswerable = judged.filter(({ answerable: is }) => !is)
  const split = (name: string, isTrue: (one: Judged) => boolean): Row => ({
    name,
    all: share(answerable, isTrue),
    same: share(
      answerable.filter(({ across }) => across === false),
      isTrue,
    ),
    across: share(
      answerable.filter(({ across }) => across === true),
      isTrue,
    ),
  })
  const rows: Row[] = [
    split('right passage first', ({ rightFirst }) => rightFirst),
    split('right passage within five', ({ rightWithinFive }) => rightWithinFive),
    split('first claim quotes the answer', ({ firstClaimQuotes }) => firstClaimQuotes),
    split('everything expected is cited', ({ allCited }) => allCited),
    split('answerable, not found', ({ status }) => status === 'not-found'),
    split('answerable, unsure', ({ status }) => status === 'unsure'),
    { name: 'unanswerable, not found', all: share(unanswerable, ({ status }) => status === 'not-found') },
    { name: 'unanswerable, unsure', all: share(unanswerable, ({ status }) => status === 'unsure') },
    { name: 'unanswerable, answered', all: share(unanswerable, ({ status }) => status === 'answered') },
  ]
  const times = judged.map(({ tookMs }) => tookMs).sort((one, other) => one - other)
  return {
    rows,
    kinds: [...new Set(judged.map(({ kind }) => kind))].sort().map((kind) => ofKind(kind, judged)),
    ...(several.length > 0 && { severalCited: several.reduce((sum, one) => sum + one.shareCited, 0) / several.length }),
    medianMs: median(times),
    highMs: times[Math.floor(times.length * 0.95)] ?? 0,
    questions: judged.length,
  }
}

function ofKind(kind: string, judged: readonly Judged[]): KindRow {
  const own = judged.filter((one) => one.kind === kind)
  return {
    kind,
    first: share(
      own.filter(({ answerable }) => answerable),
      ({ firstClaimQuotes }) => firstClaimQuotes,
    ),
    refused: share(own, ({ status }) => status === 'not-found'),
    answered: share(own, ({ status }) => status === 'answered'),
  }
}

export function renderReport({ rows, kinds, severalCited, medianMs, highMs, questions }: EvalReport): string {
  const line = (name: string, cells: readonly string[]) =>
    [name.padEnd(30), ...cells.map((cell) => cell.padStart(16))].join(' ').trimEnd()
  return [
    line('', ['all', 'same language', 'across']),
    ...rows.map(({ name, all, same, across }) =>
      line(
        name,
        [all, same, across].map((one) => (one === undefined ? '' : renderShare(one))),
      ),
    ),
    '',
    line('', ['first quote', 'not found', 'answered']),
    ...kinds.map(({ kind, first, refused, answered }) => line(kind, [first, refused, answered].map(renderShare))),
    ...(severalCited === undefined ? [] : [line('several: share cited', [`${(100 * severalCited).toFixed(1)} %`])]),
    '',
    `${questions} questions, ${medianMs.toFixed(1)} ms at the median, ${highMs.toFixed(1)} ms for one in twenty`,
  ].join('\n')
}

function renderShare({ count, of }: Share): string {
  return of === 0 ? '–' : `${count}/${of} ${((100 * count) / of).toFixed(1)} %`
}
