import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../../adapters/sources/html.ts'
import { makeArticle } from '../../../../src/reading/article.ts'
import { splitPassages } from '../../../../src/reading/split.ts'
import { makePage, paragraphs } from './made-page.ts'

const textOf = (more: string) => readHtml(makePage(more)).text
const rowsOf = (table: string) => {
  const { text } = readHtml(makePage(`${table}${paragraphs('fr')}`))
  const article = makeArticle({ id: 'a', language: 'en', path: 'a', text, sha256: '' })
  return splitPassages(article)
    .filter(({ context }) => context?.includes(' | '))
    .map((passage) => [passage.context, passage.text])
}

describe('the numbers of a list', () => {
  const list = (attributes: string, items: string) =>
    textOf(`<p>The stations are, in the order of the office:</p><ol ${attributes}>${items}</ol>${paragraphs('fr')}`)
  it.each([
    [
      'reversed',
      '<li>Harbour Gate<li>Old Mill<li>Central Cross',
      ['3. Harbour Gate', '2. Old Mill', '1. Central Cross'],
    ],
    ['start="4"', '<li>Green Lane</li><li>West Park</li>', ['4. Green Lane', '5. West Park']],
    ['', '<li value="12">Rue de l’Orme</li><li>Rue du Port</li>', ['12. Rue de l’Orme', '13. Rue du Port']],
    [
      'reversed start="10"',
      '<li>Dixième place</li><li>Neuvième place</li>',
      ['10. Dixième place', '9. Neuvième place'],
    ],
    ['type="a"', '<li>First clause</li><li>Second clause</li>', ['- First clause', '- Second clause']],
    ['style="list-style: none"', '<li>First clause</li>', ['- First clause']],
    ['start="0"', '<li>Zero hour</li>', ['0. Zero hour']],
  ])('are those that the page shows: ol %s', (attributes, items, lines) => {
    const text = list(attributes, items).split('\n')
    for (const line of lines) expect(text).toContain(line)
  })

  it('begin anew in a list within a list', () => {
    const text = textOf(`<ol start="7"><li>Seven<ol><li>Inner</li></ol></li><li>Eight</li></ol>${paragraphs('fr')}`)
    expect(text).toContain('7. Seven\n1. Inner\n8. Eight')
  })
})

describe('a row of a table', () => {
  const head = 'Item | 2025 | 2026'
  const rows = [
    [head, 'Schools | 2,310,000 euros | 2,550,000 euros'],
    [head, 'Roads | 1,120,000 euros | 980,000 euros'],
  ]
  const cells = (name: string, texts: readonly string[]) => texts.map((text) => `<${name}>${text}</${name}>`).join('')
  const body = `<tr>${cells('td', ['Schools', '2,310,000 euros', '2,550,000 euros'])}</tr><tr>${cells('td', ['Roads', '1,120,000 euros', '980,000 euros'])}</tr>`
  it.each([
    [
      'with a head',
      `<table><thead><tr>${cells('th', ['Item', '2025', '2026'])}</tr></thead><tbody>${body}</tbody></table>`,
    ],
    [
      'with bold words',
      `<table><tr>${cells('td', ['<b>Item</b>', '<b>2025</b>', '<strong>2026</strong>'])}</tr>${body}</table>`,
    ],
    ['with plain cells', `<table><tr>${cells('td', ['Item', '2025', '2026'])}</tr>${body}</table>`],
    [
      'with paragraphs in its cells',
      `<table>${`<tr>${cells('th', ['Item', '2025', '2026'])}</tr>${body}`.replaceAll('<td>', '<td><p>').replaceAll('</td>', '</p></td>')}</table>`,
    ],
    [
      'made of blocks',
      `<div role="table">${`<tr>${cells('th', ['Item', '2025', '2026'])}</tr>${body}`
        .replaceAll('<tr>', '<div role="row">')
        .replaceAll('</tr>', '</div>')
        .replaceAll('<th>', '<div role="columnheader">')
        .replaceAll('<td>', '<div role="cell">')
        .replaceAll(/<\/t[hd]>/g, '</div>')}</div>`,
    ],
  ])('is read with its head: %s', (_, table) => {
    expect(rowsOf(table)).toEqual(rows)
  })

  it('says what spans several rows in each, and what two heads say together', () => {
    const table =
      '<table><caption>Passagers par ligne</caption><tr><th rowspan="2">Ligne</th><th colspan="2">2026</th></tr><tr><th>jour</th><th>nuit</th></tr><tr><td rowspan="2">Est</td><td>120 passagers</td><td>40 passagers</td></tr><tr><td>130 passagers</td><td>50 passagers</td></tr></table>'
    expect(rowsOf(table)).toEqual([
      ['Ligne | 2026 jour | 2026 nuit', 'Est | 120 passagers | 40 passagers'],
      ['Ligne | 2026 jour | 2026 nuit', 'Est | 130 passagers | 50 passagers'],
    ])
  })

  it('is no line of a table that lays out the page', () => {
    const table = `<table><tr><td>${paragraphs('fr')}</td><td><ul><li>Menu</li></ul></td></tr></table>`
    const { text } = readHtml(makePage(table))
    expect(text).not.toContain('|')
    expect(text).toContain('Le quai d’Ostrel a rouvert mardi')
  })
})
