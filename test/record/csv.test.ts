import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defuseCell, restoreCell, writeCsv } from '../../src/record/csv.ts'
import { parseCsv } from './parse-csv.ts'

const special = fc.constantFrom('=', '+', '-', '@', "'", '"', ',', '\r', '\n', '\r\n', '\t', ' ', '|', '＝', 'é', '🕵️')
const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.oneof(special, fc.string({ maxLength: 3 }))).map((parts) => parts.join('')),
)
const width = fc.integer({ min: 1, max: 5 })
const table = width.chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns })))
const clean = (text: string) => text.replaceAll(/(?![\t\n\r])[\p{Cc}\p{Bidi_Control}]/gu, '').toWellFormed()

describe('comma-separated values', () => {
  it('come back as they were written, whatever they hold', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const read = parseCsv(writeCsv(rows))
        expect(read.map((row) => row.map(restoreCell))).toEqual(rows.map((row) => row.map(clean)))
      }),
    )
  })

  it('never give a spreadsheet a formula', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const defused = defuseCell(text)
        expect(defused).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/)
        expect(restoreCell(defused)).toBe(clean(text))
      }),
    )
    for (const text of ["=cmd|' /C calc'!A0", '+1', '-1+1', '@SUM(1)', '\t=1', '\r=1', ' =1', '\n=1', "'=1", '＝1']) {
      expect(defuseCell(text)).toBe(`'${text}`)
    }
    for (const text of ['It rose.', '“=1”', "'Quoted', he said", '12 %', '']) expect(defuseCell(text)).toBe(text)
  })

  it('are quoted as RFC 4180 has it', () => {
    expect(
      writeCsv([
        ['a', 'b,c', 'say "d"'],
        ['', 'two\nlines', ' e '],
      ]),
    ).toBe('a,"b,c","say ""d"""\r\n,"two\nlines"," e "\r\n')
  })
})
