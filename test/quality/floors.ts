/**
 * Each floor stands three points below what was measured on the same questions (`npx vitest run test/quality`, 2026-12-01).
 * `every`: one question in so many is asked here; all of them by `sourcier eval FOLDER`.
 */
export const floors = [
  {
    folder: 'test/unseen/newsroom',
    every: 4,
    passage: 0.637,
    quote: 0.561,
    kept: 0.83,
    refused: 0.48,
    notAnswered: 0.715,
  },
  {
    folder: 'test/collections/dam-failure',
    every: 3,
    passage: 0.837,
    quote: 0.77,
    kept: 0.903,
    refused: 0.796,
    notAnswered: 0.883,
  },
  {
    folder: 'test/held-out/wildfire-season',
    every: 2,
    passage: 0.579,
    quote: 0.492,
    kept: 0.796,
    refused: 0.703,
    notAnswered: 0.97,
  },
] as const
