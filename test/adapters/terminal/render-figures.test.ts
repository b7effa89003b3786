import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderFigures } from '../../../adapters/terminal/render-figures.ts'
import { countColumns } from '../../../adapters/terminal/wrap-text.ts'
import type { FigureSource, FigureTable } from '../../../src/figures-table/types.ts'

function tableOf(speaker: string): FigureTable {
  const slice = (text: string) => ({ start: 0, end: text.length, text })
  const source: FigureSource = {
    article: { id: 'a', title: 'Rain', language: 'en', path: 'a.txt' },
    version: '00000000',
    passageId: 'a@00000000.1',
    paragraph: 1,
    sentence: slice('The mayor said that 300 houses burnt.'),
    value: slice('300'),
    figure: slice('300 houses'),
    speaker: { ...slice(speaker), from: 'context' },
  }
  return {
    topic: 'houses',
    rows: [
      {
        figure: '300 houses',
        value: '300',
        canonical: '300',
        kind: 'count',
        approximate: false,
        sourcesDiffer: true,
        sources: [source],
      },
    ],
  }
}

const plain = { colours: false, language: 'en' } as const

describe('a table of figures in the terminal', () => {
  it('shows the figure, that sources differ, what is unknown, and the sentence with its source', () => {
    const shown = renderFigures(tableOf('The mayor'), { ...plain, width: 80 })
    expect(shown).toContain('300 houses')
    expect(shown).toContain('(sources differ)')
    expect(shown).toContain('unknown')
    expect(shown).toContain('(The mayor)')
    expect(shown).toContain(
      '[1] “The mayor said that 300 houses burnt.”\n    Rain · date unknown · paragraph 1 · a.txt',
    )
  })

  it('never takes more columns than there are', () => {
    const words = fc.array(fc.constantFrom('mayor', 'of', 'the', 'île', '東京', 'a-b'), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(words, fc.integer({ min: 40, max: 140 }), (list, width) => {
        const lines = renderFigures(tableOf(list.join(' ')), { ...plain, width }).split('\n')
        return lines.every((line) => countColumns(line) <= width)
      }),
    )
  })

  it('breaks no line where there is no width', () => {
    const long = 'the secretary of the committee '.repeat(9).trim()
    expect(renderFigures(tableOf(long), { ...plain, width: Number.POSITIVE_INFINITY })).toContain(`(${long})`)
  })

  it('says in one line that there is no figure, and lets no escape sequence through', () => {
    const shown = renderFigures({ topic: 'a\u001b[31m\nb', rows: [] }, { ...plain, width: 80 })
    expect(shown).toBe('The articles give no figure for “a[31m b”.')
    expect(renderFigures(tableOf('\u001b]0;x\u0007mayor'), { ...plain, width: 80 })).not.toContain('\u001b')
  })

  it('colours only where there are colours', () => {
    expect(renderFigures(tableOf('X'), { ...plain, colours: true, width: 80 })).toContain('\u001b[1m')
  })
})
