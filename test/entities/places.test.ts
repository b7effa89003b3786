import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPlaces } from '../../src/entities/places.ts'

function codes(text: string): readonly string[] {
  return findPlaces(text, 'en').map(({ code }) => code)
}

describe('places', () => {
  it.each([
    ['South Korea, North Korea and Korea', ['KR', 'KP', 'KR']],
    ['des suspects sud-coreens et nord-coréens', ['KR', 'KP']],
    ['la Thaïlande, la Corée du Sud et l’Inde', ['TH', 'KR', 'IN']],
    ['Chinois, chinoise, chinoises, Chinese', ['CN', 'CN', 'CN', 'CN']],
    ['birmans, Burmese, Birmanie, Burma, Myanmar', ['MM', 'MM', 'MM', 'MM', 'MM']],
    ['États-Unis, etats-unis, USA, U.S., US, américaines, United States', ['US', 'US', 'US', 'US', 'US', 'US', 'US']],
    ['Royaume-Uni, UK, British, britanniques', ['GB', 'GB', 'GB', 'GB']],
    ['Guinea-Bissau, Equatorial Guinea and Guinea', ['GW', 'GQ', 'GN']],
    ['in Paris', ['city:paris']],
    ['Southeast Asia, Asie du Sud-Est', ['region:southeast-asia', 'region:southeast-asia']],
    ["l'UE et l'Union européenne", ['EU', 'EU']],
    ['Hong Kong, Macao, Taïwan, Kosovo, Palestine', ['HK', 'MO', 'TW', 'XK', 'PS']],
  ])('finds those of "%s"', (text, expected) => {
    expect(codes(text)).toEqual(expected)
  })

  it('leaves words alone that are places only with a capital', () => {
    expect(codes('He told us to buy turkey and fine china for the polish')).toEqual([])
    expect(codes('Contact us')).toEqual([])
    expect(codes('il a eu de l’eau')).toEqual([])
    expect(codes('Turkey and China')).toEqual(['TR', 'CN'])
  })

  it('takes them behind a preposition in a question without capitals', () => {
    expect(codes('how many people came from turkey')).toEqual(['TR'])
  })

  it('does not take languages for people', () => {
    expect(codes('Réponds en anglais, or in French')).toEqual([])
    expect(codes('in French prisons')).toEqual(['FR'])
  })

  it('gives slices in order that never overlap, and knows every current country in both languages', () => {
    const english = new Intl.DisplayNames(['en'], { type: 'region' })
    const french = new Intl.DisplayNames(['fr'], { type: 'region' })
    const regions = [
      'KH',
      'TH',
      'VN',
      'BR',
      'SN',
      'FJ',
      'TL',
      'CI',
      'GE',
      'TD',
      'JO',
      'NE',
      'NG',
      'LA',
      'CG',
      'CD',
      'MM',
      'VC',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...regions), { maxLength: 6 }), fc.boolean(), (list, inEnglish) => {
        const text = list.map((code) => (inEnglish ? english : french).of(code)).join(', ')
        const found = findPlaces(text, inEnglish ? 'en' : 'fr')
        expect([...new Set(found.map(({ code }) => code))]).toEqual([...new Set(list)])
        for (const place of found) expect(text.slice(place.start, place.end)).toBe(place.text)
      }),
      { numRuns: 50 },
    )
  })
})
