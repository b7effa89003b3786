/** What HTML and Markdown write as `&name;`, as far as news texts in English and French need it. */
const table = `
amp &
lt <
gt >
quot "
apos '
lsquo ‘
rsquo ’
sbquo ‚
ldquo “
rdquo ”
bdquo „
laquo «
raquo »
lsaquo ‹
rsaquo ›
ndash –
mdash —
hellip …
bull •
middot ·
deg °
euro €
pound £
cent ¢
yen ¥
copy ©
reg ®
times ×
frac12 ½
agrave à
acirc â
auml ä
aring å
aacute á
atilde ã
aelig æ
ccedil ç
egrave è
eacute é
ecirc ê
euml ë
icirc î
iuml ï
iacute í
ocirc ô
ouml ö
oacute ó
otilde õ
oslash ø
oelig œ
ugrave ù
ucirc û
uuml ü
uacute ú
ntilde ñ
yuml ÿ
szlig ß
Agrave À
Acirc Â
Auml Ä
AElig Æ
Ccedil Ç
Egrave È
Eacute É
Ecirc Ê
Euml Ë
Icirc Î
Iuml Ï
Ocirc Ô
Ouml Ö
OElig Œ
Ugrave Ù
Ucirc Û
Uuml Ü
`

export const characterReferences: ReadonlyMap<string, string> = new Map([
  ['nbsp', '\u00a0'],
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
  ['thinsp', '\u2009'],
  ['shy', '\u00ad'],
  ...table
    .trim()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const),
])
