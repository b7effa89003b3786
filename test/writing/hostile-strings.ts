/** What a model may write to keep patterns busy: one short piece over and over, up to a length. Shared with `bench/hostile-output.ts`. */
const pieces: Readonly<Record<string, string>> = {
  letters: 'a',
  spaces: ' ',
  commas: ', ',
  'commas and words': 'Lenn, ',
  conjunctions: 'a and ',
  conditions: 'if si unless ',
  negations: "n'ne pas not no ",
  elisions: "l'",
  capitals: 'Ann ',
  digits: '1',
  'grouped digits': '1 000 ',
  'spelled figures': 'two hundred and ',
  dates: '4 March, ',
  quotes: '"',
  'quoted words': '"a" said X, ',
  brackets: '([{',
  'citation marks': '[1, ',
  asterisks: '*~|_',
  domains: 'a.b-',
  addresses: 'a@a.',
  thoughts: '<think>',
  objects: '{"a":',
  strings: '{"a":"\\"',
  arrays: '[',
  hyphens: 'a-t-',
  ellipses: '… ',
  'hidden characters': '\u200b',
  'line ends': '\n# ',
  surrogates: '\ud83d',
  accents: 'e\u0301',
}

export const hostileKinds: readonly string[] = Object.keys(pieces)

/** @param length UTF-16 units, reached exactly. */
export function hostileString(kind: string, length: number): string {
  const piece = pieces[kind] ?? kind
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
}
