/** The words of an article as people read them: articles in Markdown without its markers. */
import type { ArticleFacts } from '../../types.ts'
import { cleanMarked } from '../cutting/clean.ts'
import { applyEdits, type Edit, type MarkedText } from '../cutting/marked-text.ts'

const markdownPath = /\.(?:md|markdown)$/iu

/** Markers and what stands in their place, each step on the text that the one before left. */
const steps: readonly (readonly [expression: RegExp, replace: (match: RegExpExecArray) => readonly Edit[]])[] = [
  // A table's rule, then its bars.
  [/^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*(?:\n|$)/gmu, (match) => [whole(match, '')]],
  [/^[ \t]*\|[ \t]*|[ \t]*\|[ \t]*$/gmu, (match) => [whole(match, '')]],
  [/[ \t]*(?<!\\)\|[ \t]*/gu, (match) => [whole(match, ' · ')]],
  // Headings and quotation marks of lines.
  [/^[ \t]{0,3}(?:#{1,6}|(?:>[ \t]?)+)[ \t]+/gmu, (match) => [whole(match, '')]],
  // [words](address "title"), [words][name]
  [/!?\[([^[\]]*)\](?:\((?:[^()\s]|\([^()\s]*\))*(?:\s+["'(][^\n]*?["')])?\)|\[[^[\]\n]{0,80}\])/gu, innerOf],
  [/(?<![\\`])(`{1,2})(?!`)([^`]+)\1(?!`)/gu, betweenMarkers],
  // Strong, then emphasis; an underscore inside a word is a character of the word.
  [/(?<!\\)(\*\*|~~)(?=\S)/gu, (match) => [whole(match, '')]],
  [/(?<!\\)(?<=\S)(\*\*|~~)/gu, (match) => [whole(match, '')]],
  [/(?<![\\\p{L}\p{N}])(_{1,2})(?=\S)([^_\n]*[^_\s])\1(?![\p{L}\p{N}])/gu, betweenMarkers],
  [/(?<![\\*])(\*)(?=[^\s*])([^*\n]*[^*\s])\1(?!\*)/gu, betweenMarkers],
  [/\\(?=[!-/:-@[-`{-~])/gu, (match) => [whole(match, '')]],
]

/** Of a text whose article was read from a Markdown file: the same words without the markers. Any other: unchanged. */
export function withoutMarkdown(marked: MarkedText, { path }: Pick<ArticleFacts, 'path'>): MarkedText {
  if (!markdownPath.test(path)) return marked
  return steps.reduce(
    (current, [expression, replace]) =>
      applyEdits(
        current,
        [...current.text.matchAll(expression)].flatMap((match) => replace(match)),
      ),
    marked,
  )
}

/** Words of an article ready to be shown: without Markdown's markers, safe ({@link cleanMarked}), marks moved along. */
export function displayWords(marked: MarkedText, article: Pick<ArticleFacts, 'path'>): MarkedText {
  return cleanMarked(withoutMarkdown(marked, article))
}

function whole({ 0: found, index }: RegExpExecArray, replacement: string): Edit {
  return { start: index, end: index + found.length, replacement }
}

/** Leaves group 1. */
function innerOf({ 0: found, 1: inner = '', index }: RegExpExecArray): readonly Edit[] {
  const start = index + found.indexOf('[') + 1
  return [
    { start: index, end: start, replacement: '' },
    { start: start + inner.length, end: index + found.length, replacement: '' },
  ]
}

/** Takes group 1 away from both ends. */
function betweenMarkers({ 0: found, 1: marker = '', index }: RegExpExecArray): readonly Edit[] {
  const end = index + found.length
  return [
    { start: index, end: index + marker.length, replacement: '' },
    { start: end - marker.length, end, replacement: '' },
  ]
}
