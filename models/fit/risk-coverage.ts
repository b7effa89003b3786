/** The risk-coverage curve as a picture: how often an answer is wrong, against how many questions are answered at all. */
import type { Decided } from './measures.ts'

export type CurvePoint = {
  /** Share of all questions that are answered at this threshold. */
  readonly coverage: number
  /** Share of those answers that are wrong: the question has no answer, or another sentence is quoted. */
  readonly risk: number
}

const frame = { width: 640, height: 360, left: 56, right: 16, top: 16, bottom: 44 }

/** One point for each question that is answered as the threshold falls. */
export function riskCoverage(decided: readonly Decided[]): readonly CurvePoint[] {
  const certain = decided.toSorted((left, right) => right.probability - left.probability)
  let wrong = 0
  return certain.map(({ judged }, position) => {
    if (!judged.question.answerable || !judged.right) wrong += 1
    return { coverage: (position + 1) / decided.length, risk: wrong / (position + 1) }
  })
}

export function drawRiskCoverage(
  curves: readonly { readonly name: string; readonly points: readonly CurvePoint[] }[],
): string {
  const x = (coverage: number) => frame.left + coverage * (frame.width - frame.left - frame.right)
  const y = (risk: number) => frame.height - frame.bottom - risk * (frame.height - frame.top - frame.bottom)
  const ticks = [0, 0.25, 0.5, 0.75, 1]
  const colours = ['#1f6feb', '#d29922', '#2da44e']
  const lines = curves.map(({ name, points }, position) => {
    const colour = colours[position % colours.length] ?? '#1f6feb'
    const path = points.map(({ coverage, risk }) => `${x(coverage).toFixed(1)},${y(risk).toFixed(1)}`).join(' ')
    const labelY = frame.top + 18 + position * 18
    return (
      `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>` +
      `<text x="${frame.left + 12}" y="${labelY}" fill="${colour}">${name}</text>`
    )
  })
  const grid = ticks.map(
    (tick) =>
      `<line x1="${x(0)}" x2="${x(1)}" y1="${y(tick)}" y2="${y(tick)}" class="grid"/>` +
      `<text x="${x(0) - 8}" y="${y(tick) + 4}" text-anchor="end">${Math.round(100 * tick)} %</text>` +
      `<text x="${x(tick)}" y="${y(0) + 18}" text-anchor="middle">${Math.round(100 * tick)} %</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" font-family="sans-serif" font-size="12">
<title>Risk against coverage</title>
<style>text{fill:#57606a}.grid{stroke:#8c959f;stroke-opacity:.3}@media (prefers-color-scheme:dark){text{fill:#9198a1}}</style>
${grid.join('\n')}
${lines.join('\n')}
<text x="${(x(0) + x(1)) / 2}" y="${frame.height - 6}" text-anchor="middle">coverage: questions answered</text>
<text transform="translate(14 ${(y(0) + y(1)) / 2}) rotate(-90)" text-anchor="middle">risk: answers that are wrong</text>
</svg>
`
}
