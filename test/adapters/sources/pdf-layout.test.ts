import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPdf } from '../../../adapters/sources/pdf/read-pdf.ts'
import { makePdf, type PrintedLine, printLines } from './make-pdf.ts'

const linesOf = async (...pages: readonly (readonly PrintedLine[])[]) =>
  (await readPdf(makePdf(pages), () => undefined)).text.split('\n')

const mayor = [
  'The mayor of Gorne resigned on',
  'Friday after auditors found that',
  '480,000 euros were missing from',
  'the school fund. He said that he',
  'had signed nothing himself and',
  'would prove it in court.',
]
const ferry = [
  'Le bac de Port-Selve reprendra la',
  'mer lundi après neuf semaines de',
  'travaux. Le nouvel embarcadère a',
  'coûté 2,3 millions d’euros à la',
  'région et doit tenir trente ans.',
]
const pool = ['The swimming pool of Torne will', 'close on 4 May for eleven months,', 'the town hall said on Tuesday.']
// WinAnsi has its own apostrophe.
const printed = (lines: readonly string[]) => lines.map((line) => line.replaceAll('’', "'"))
const read = (lines: readonly string[]) => printed(lines).join(' ')
const columns = [printLines(mayor, { x: 60 }), printLines(printed(ferry), { x: 240 }), printLines(pool, { x: 420 })]

describe('columns of a page', () => {
  it('are each read from top to bottom, in whatever order they were drawn', async () => {
    const all = columns.flat()
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }), async (drawn) => {
        expect(await linesOf(drawn)).toEqual([read(mayor), read(ferry), read(pool)])
      }),
      { numRuns: 12 },
    )
  })

  it.each([
    [
      'row by row',
      (left: readonly PrintedLine[], right: readonly PrintedLine[]) =>
        left.flatMap((line, row) => [line, ...(right[row] ? [right[row]] : [])]),
    ],
    ['the right one first', (left: readonly PrintedLine[], right: readonly PrintedLine[]) => [...right, ...left]],
    ['from the bottom', (left: readonly PrintedLine[], right: readonly PrintedLine[]) => [...left, ...right].reverse()],
  ])('stand under a heading and over a line of the whole page: drawn %s', async (_, order) => {
    const [left = [], right = []] = [printLines(mayor, { x: 60 }), printLines(printed(ferry), { x: 240 })]
    const heading = { text: 'News of the coast and of the towns behind it', x: 60, y: 760, size: 18 }
    const last = {
      text: 'The next number of this paper will be out on Friday in all harbours of the coast.',
      x: 60,
      y: 560,
    }
    expect(await linesOf([last, ...order(left, right), heading])).toEqual([
      '## News of the coast and of the towns behind it',
      read(mayor),
      read(ferry),
      last.text,
    ])
  })

  it('of which one is longer and shifted by half a line are read whole', async () => {
    const shifted = printLines(printed(ferry), { x: 240, top: 695 })
    expect(await linesOf([...(columns[0] ?? []), ...shifted])).toEqual([read(mayor), read(ferry)])
  })
})

describe('a table of a page', () => {
  it('is read row by row, with its head', async () => {
    const rows = [
      ['Item', '2025', '2026'],
      ['Schools', '2,310,000 euros', '2,550,000 euros'],
      ['Roads', '1,120,000 euros', '980,000 euros'],
      ['Pool', '640,000 euros', '610,000 euros'],
    ]
    const cells = rows.flatMap((row, at) =>
      row.map((text, column) => ({ text, x: 60 + column * 150, y: 600 - at * 16 })),
    )
    const above = printLines(['The council of Corve adopted its budget on Thursday in the evening.'], { top: 650 })
    const text = await linesOf([...above, ...cells])
    expect(text.slice(1)).toEqual(rows.map((row) => row.join(' | ')))
  })
})

describe('a figure on a line of its own', () => {
  it.each([
    [
      [
        { text: '640', x: 60, y: 775, size: 30 },
        ...printLines(['people lost their homes in Dorne, the prefecture said on Sunday.'], { top: 750 }),
      ],
      '640 people lost their homes in Dorne, the prefecture said on Sunday.',
    ],
    [
      [
        { text: '1 200', x: 60, y: 775, size: 26 },
        ...printLines(['foyers sont encore sans courant, a dit la mairie de Dorne dimanche.'], { top: 750 }),
      ],
      '1 200 foyers sont encore sans courant, a dit la mairie de Dorne dimanche.',
    ],
  ])('goes on in the words below it: %#', async (page, line) => {
    expect(await linesOf(page)).toEqual([line])
  })

  const page = (...figures: readonly string[]) => [
    ...printLines(figures, { top: 780 }),
    ...printLines([
      'The floods of the coast have closed roads and schools since Sunday,',
      'the prefecture said in the evening, and more rain is on its way.',
    ]),
  ]
  it('is no page number where it does not count up with the pages', async () => {
    expect((await linesOf(page('640'))).join(' ')).toContain('640')
    expect((await linesOf(page('640'), page('17'), page('85'))).join(' ')).toMatch(/640.*17.*85/u)
    expect((await linesOf(page('12'), page('13'), page('14'))).join(' ')).not.toMatch(/12|13|14/u)
    expect((await linesOf(page('Page 1 of 1'))).join(' ')).not.toContain('Page')
  })

  it('is no running title with others of its kind', async () => {
    const text = (await linesOf(page('640 morts'), page('17 morts'))).join(' ')
    expect(text).toMatch(/640 morts.*17 morts/u)
    const issues = (await linesOf(page('The Coast, issue 12'), page('The Coast, issue 12'))).join(' ')
    expect(issues).not.toContain('issue')
  })
})

describe('raised figures of a page', () => {
  /** Of Helvetica, in points. */
  const widthOf = (text: string, size: number) =>
    [...text].reduce(
      (sum, letter) =>
        sum +
        (/[ijl]/.test(letter)
          ? 222
          : /[ .,ft]/.test(letter)
            ? 278
            : /[r()]/.test(letter)
              ? 333
              : /[cksvxyz]/.test(letter)
                ? 500
                : 556),
      0,
    ) *
    (size / 1000)
  const sentence = (before: string, raised: string, after: string) => {
    const end = 60 + widthOf(before, 11)
    return [
      { text: before, x: 60, y: 700, size: 11 },
      { text: raised, x: end, y: 704, size: 6 },
      { text: after, x: end + widthOf(raised, 6) + 3, y: 700, size: 11 },
    ]
  }
  it.each([
    ['Observers counted 1,250', '3', 'breeding pairs of storks.', 'Observers counted 1,250 breeding pairs of storks.'],
    ['La zone couvre 48 km', '2', 'et compte 320 nids.', 'La zone couvre 48 km² et compte 320 nids.'],
    ['Its reed beds filter 10', '6', 'litres of water a day.', 'Its reed beds filter 10⁶ litres of water a day.'],
    ['Quelque 320', '(2)', 'bénévoles ont compté.', 'Quelque 320 bénévoles ont compté.'],
  ])('are powers or marks: %s%s', async (before, raised, after, line) => {
    expect(await linesOf(sentence(before, raised, after))).toEqual([line])
  })
})

describe('the date of a page', () => {
  it('is the one that is printed, not that of the file', async () => {
    const lines = [
      { text: 'Ferry returns after nine weeks', x: 60, y: 790, size: 18 },
      { text: 'The Selve Courier, 3 March 2009', x: 60, y: 765, size: 10 },
      ...printLines(['The ferry sailed again on Monday after nine weeks of repairs, the office said.']),
    ]
    const { facts } = await readPdf(makePdf([lines], { info: '/CreationDate (D:20260110101500Z)' }), () => undefined)
    expect(facts.published).toBeUndefined()
  })
})
