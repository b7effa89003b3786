import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../../adapters/sources/html.ts'
import { makePage, story } from './made-page.ts'

const textOf = (more: string, parts: Parameters<typeof makePage>[1] = {}) => readHtml(makePage(more, parts)).text
const lineWith = (word: string, more: string, parts: Parameters<typeof makePage>[1] = {}) =>
  textOf(more, parts)
    .split('\n')
    .find((line) => line.includes(word))

describe('what is struck out', () => {
  it.each([
    [
      '<p>The fire killed <del>seven</del> <ins>three</ins> workers, said Dorne.</p>',
      'The fire killed three workers, said Dorne.',
    ],
    [
      '<p>Dorne searched for <s>two</s> four days among the walls.</p>',
      'Dorne searched for four days among the walls.',
    ],
    [
      '<p>Dorne a fait <strike>neuf</strike> huit blessés, selon la préfecture.</p>',
      'Dorne a fait huit blessés, selon la préfecture.',
    ],
    [
      '<p>Dorne paya <span style="text-decoration: line-through red">deux</span> trois millions d’euros.</p>',
      'Dorne paya trois millions d’euros.',
    ],
  ])('is no word of the article: %s', (more, line) => {
    expect(lineWith('Dorne', more)).toBe(line)
  })

  it('is found in the sheet of the page', () => {
    const head = '<style>.old { text-decoration-line: line-through }</style>'
    expect(lineWith('Dorne', '<p>Dorne lost <span class="old">nine</span> six boats.</p>', { head })).toBe(
      'Dorne lost six boats.',
    )
  })
})

describe('what no reader sees', () => {
  const secret = 'Nobody sees that the mayor of Dorne stole nine millions from the town.'
  const ways = [
    'hidden',
    'hidden="until-found"',
    'style="display:none"',
    'style="DISPLAY : NONE !important"',
    'style="visibility:hidden"',
    'style="opacity: 0"',
    'style="font-size:0px"',
    'style="position:absolute;left:-9999px"',
    'style="position: fixed; top: -2000px"',
    'style="clip: rect(0 0 0 0); position:absolute"',
    'style="clip-path: inset(50%)"',
    'style="height:0;overflow:hidden"',
    'style="text-indent:-9999px"',
    'style="color:transparent"',
    'style="color:#fff;background:#fff"',
    'style="transform:scale(0)"',
    'class="sr-only"',
    'class="visually-hidden"',
    'class="screen-reader-text"',
    'class="secret"',
    'id="secret"',
  ]
  const head =
    '<style>@import url(x.css); .other{color:red} } .secret, p.never { display: none } @media screen { #secret { visibility: hidden } }</style>'

  it.each(ways)('is left out in a paragraph, within one and around one: %s', (way) => {
    for (const more of [
      `<p ${way}>${secret}</p>`,
      `<p>The town met. <span ${way}>${secret}</span></p>`,
      `<div ${way}><p>${secret}</p></div>`,
    ]) {
      const text = textOf(more, { head })
      expect(text).not.toContain('Nobody sees')
      expect(text).toContain(story.en.lines[2])
    }
  })

  it.each([
    '<style>.shut { display: none } .shut.open { display: block }</style>',
    '<style>@media print { .shut { display: none } }</style>',
    '<style>@media (max-width: 600px) { .shut { display: none } }</style>',
    '<style>@keyframes in { from { visibility: hidden } }</style>',
    '<style>.shut:hover { display: none } .shut::before { display: none }</style>',
    '<style media="print">.shut { display: none }</style>',
    '<style>p { visibility: hidden } p { visibility: visible }</style>',
  ])('is not what a sheet shows on a screen: %s', (sheet) => {
    expect(textOf('<p class="shut open">The bridge of Dorne stays open.</p>', { head: sheet })).toContain(
      'Dorne stays open.',
    )
  })

  it('is not all of a page that a script shows', () => {
    const sheet = '<style>body { visibility: hidden } article { opacity: 0 }</style>'
    expect(textOf('', { head: sheet })).toContain(story.en.lines[0])
  })

  it('leaves the rest as it is, whatever the sheet holds', () => {
    fc.assert(
      fc.property(fc.string(), (sheet) => {
        const head = `<style>${sheet.replaceAll('<', '')}</style>`
        expect(textOf('', { head }).length).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })
})

describe('words within a sentence', () => {
  it.each([
    ['<p>About <span aria-hidden="true">640</span> people of Dorne came.</p>', 'About 640 people of Dorne came.'],
    ['<p>Dorne pays <button>12 euros</button> a day for it.</p>', 'Dorne pays 12 euros a day for it.'],
    ['<p>Dorne paie <math><mn>2,3</mn></math> millions d’euros.</p>', 'Dorne paie 2,3 millions d’euros.'],
    [
      '<p>Dorne has <math><semantics><msup><mn>10</mn><mn>6</mn></msup><annotation>10^6</annotation></semantics></math> trees.</p>',
      'Dorne has 10⁶ trees.',
    ],
    ['<p>The mayor of Dorne said <q>we will pay</q> and left.</p>', 'The mayor of Dorne said “we will pay” and left.'],
    [
      '<p>The mayor of Dorne said <q>he cried <q>stop</q> twice</q>.</p>',
      'The mayor of Dorne said “he cried ‘stop’ twice”.',
    ],
  ])('stay where a reader sees them: %s', (more, line) => {
    expect(lineWith('Dorne', more)).toBe(line)
  })

  it('stand in the quotation marks of their language', () => {
    const more = '<p>Le maire de Dorne a dit <q>nous paierons</q> avant de partir.</p>'
    expect(lineWith('Dorne', more, { language: 'fr' })).toBe('Le maire de Dorne a dit «nous paierons» avant de partir.')
  })

  it('are not doubled where a formula is written for two kinds of readers', () => {
    const more =
      '<p>Dorne has <span class="katex"><span class="katex-mathml"><math><mn>7</mn></math></span><span class="katex-html" aria-hidden="true">7</span></span> bridges.</p>'
    expect(lineWith('Dorne', more)).toBe('Dorne has 7 bridges.')
  })

  it('are free of hyphens that may be and of marks that turn the direction of writing', () => {
    expect(lineWith('Dorne', '<p>The inter&shy;national \u202Efair\u202C of\u200F Dorne be\u200Bgan.</p>')).toBe(
      'The international fair of Dorne began.',
    )
  })
})

describe('what stands above the line', () => {
  it.each([
    ['Dorne counted 1,250<sup>3</sup> storks.', 'Dorne counted 1,250 storks.'],
    ['Dorne counted 320<sup><a href="#n2">2</a></sup> storks.', 'Dorne counted 320 storks.'],
    ['Dorne counted 320<a href="#n2"><sup>2</sup></a> storks.', 'Dorne counted 320 storks.'],
    ['Dorne counted 75<sup class="footnote-ref">*</sup> storks.', 'Dorne counted 75 storks.'],
    ['Dorne counted 75<sup>[4]</sup> storks and 12<sup>a</sup> cranes.', 'Dorne counted 75 storks and 12 cranes.'],
    ['Dorne compte 1&nbsp;250<sup>2</sup> cigognes.', 'Dorne compte 1\u00a0250 cigognes.'],
    ['Dorne s’étend sur 48 km<sup>2</sup> et 3 m<sup>3</sup>.', 'Dorne s’étend sur 48 km² et 3 m³.'],
    ['Dorne filters 3 × 10<sup>6</sup> litres at 2 m/s<sup>2</sup>.', 'Dorne filters 3 × 10⁶ litres at 2 m/s².'],
    ['Dorne emits CO<sub>2</sub> and 10<sup>-3</sup> grams.', 'Dorne emits CO2 and 10⁻³ grams.'],
    [
      'M<sup>me</sup> Roux, 1<sup>re</sup> adjointe de Dorne au XX<sup>e</sup>.',
      'Mme Roux, 1re adjointe de Dorne au XXe.',
    ],
    ['The 19<sup>th</sup> fair of Dorne<sup>1</sup> began.', 'The 19th fair of Dorne began.'],
    ['Dorne paid 2 <sup>1</sup>/<sub>2</sub> times as much.', 'Dorne paid 2 1/2 times as much.'],
  ])('is a power or a mark, never a digit more: %s', (sentence, line) => {
    expect(lineWith('Dorne', `<p>${sentence}</p>`)).toBe(line)
  })
})
