import { expect, it } from 'vitest'
import { webAddress } from '../../src/record/web-address.ts'

it.each([
  ['https://tide.example/harbour', 'https://tide.example/harbour'],
  ['https://tide.example/@harbour', 'https://tide.example/@harbour'],
  ['https://herald.example@tide.example/', undefined],
  ['https://herald.example:443@tide.example/', undefined],
  ['https://:secret@tide.example/', undefined],
  ['javascript:alert(1)', undefined],
  [undefined, undefined],
])('of %s only an address that shows where it leads becomes a link', (written, link) => {
  expect(webAddress(written)).toBe(link)
})
