import type { CheckedArticle } from './body.ts'
import { chineseNumber } from './chinese-number.ts'
import type { FigureFinding } from './finding.ts'
import { plainFinding } from './plain-finding.ts'
import type { Sentence } from './sentence.ts'

/** The ways in which officials number: 一是 二是; 第一， 第二，; （一） （二）; 一、 二、. */
const SCHEMES = [
  { of: /(?<![第十])(?<n>[一二三四五六七八九]|十[一二三]?)是(?!否|非|个)/g, starts: /[。；，：\n]$|^$/ },
  { of: /第(?<n>[一二三四五六七八九十])，/g, starts: /[。；：\n]$|^$/ },
  { of: /（(?<n>[一二三四五六七八九]|十[一二三四五六七八九]?)）/g, starts: /[。；：\n]$|^$/ },
] as const

/** A number in a row of points that is left out or stands twice. */
export function findNumbering(article: CheckedArticle, sentences: readonly Sentence[]): FigureFinding[] {
  const { folded } = article.body
  return SCHEMES.flatMap(({ of, starts }) => {
    const marks = [...folded.matchAll(of)]
      .filter(({ index }) => starts.test(folded.slice(Math.max(0, index - 1), index)))
      .map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        text: match[0],
        n: chineseNumber(match.groups!.n!)!,
      }))
    return marks.slice(1).flatMap((mark, i) => {
      const before = marks[i]!
      // Two steps at once, and the row goes on or began at one: a point is missing or numbered wrongly.
      const isGap = mark.n === before.n + 2 && (before.n > 1 || marks[i + 2]?.n === mark.n + 1)
      const isTwice = mark.n === before.n && mark.n > 1 && marks[i - 1]?.n === mark.n - 1
      if (!isGap && !isTwice) return []
      const sentence = sentences.find(({ start, end }) => mark.start >= start && mark.start < end)
      if (!sentence) return []
      return [
        plainFinding(
          article,
          { sentence, figures: [before, mark] },
          {
            kind: 'numbering',
            cause: 'wrong-word',
            severity: 'warning',
            printed: mark.text,
            expected: String(before.n + 1),
            arithmetic: `${before.text} → ${mark.text}`,
          },
        ),
      ]
    })
  })
}
