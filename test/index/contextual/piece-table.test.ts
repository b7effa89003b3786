import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPieceTable, halfToNumber } from '../../../index/contextual/piece-table.ts'

describe('the table of word pieces', () => {
  it('reads a scale and sixteen pairs of values a block', () => {
    const row = new Uint8Array(18)
    // 0.5 in half precision.
    row.set([0x00, 0x38])
    row.fill(0x88, 2)
    row[2] = 0xf0
    const target = new Float32Array(33)
    createPieceTable(row, 32).write(0, target, 1)
    expect(target[1]).toBe(-4)
    expect(target[17]).toBe(3.5)
    expect(target[2]).toBe(0)
  })

  it('refuses a table that is cut short and a piece that is not there', () => {
    expect(() => createPieceTable(new Uint8Array(17), 32)).toThrow('cut short')
    expect(() => createPieceTable(new Uint8Array(18), 32).write(1, new Float32Array(32), 0)).toThrow('no word piece 1')
  })

  it('reads half precision as its definition says', () => {
    expect([0x3c00, 0xc000, 0x7bff, 0x0400, 0x0001].map(halfToNumber)).toEqual([1, -2, 65504, 2 ** -14, 2 ** -24])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x7bff }), fc.integer({ min: 0, max: 0x7bff }), (one, other) => {
        // Positive halves are in the order of their bits.
        expect(Math.sign(halfToNumber(one) - halfToNumber(other))).toBe(Math.sign(one - other))
      }),
    )
  })
})
