/**
 * Each floor stands three points below what was measured on the same questions (`npx vitest run test/quality`, 2026-12-01).
 * `every`: one question in so many is asked here; all of them by `sourcier eval FOLDER`.
 */
export const floors = [
  {
    folder: 'test/unseen/newsroom',
    every: 4,
    passage: 0.658,
    quote: 0.583,
    kept: 0.841,
    refused: 0.539,
    notAnswered: 0.735,
  },
  {
    folder: 'test/collections/dam-failure',
    every: 3,
    passage: 0.903,
    quote: 0.737,
    kept: 0.837,
    refused: 0.796,
    notAnswered: 0.927,
  },
  {
    folder: 'test/held-out/wildfire-season',
    every: 2,
    passage: 0.666,
    quote: 0.579,
    kept: 0.753,
    refused: 0.57,
    notAnswered: 0.837,
  },
] as const
