import type { CheckedArticle } from './body.ts'
import type { Figure } from './figure.ts'
import { plain } from './find-growth.ts'
import type { PrintedLine } from './find-loose-lines.ts'
import { sum } from './interval.ts'
import { readFigures, withMeasure } from './read-figures.ts'
import type { Relation } from './relation.ts'
import { maskSentence } from './sentence.ts'
import { isLike } from './terms.ts'

/** `出口：763.2亿元`, `（2）窗口申请 2847件`: a label, then one figure, and little behind it. */
const ENTRY =
  /^(?:[-*•·●○■◆▪]\s*|[(（]?[\d一二三四五六七八九十]{1,2}[)）.、．。]\s*)?(?<label>[^\d：:，。；]{1,20})[：:\s]*(?:约|为|共)?(?<number>\d[\d,.]*\s*[^\s\d，。；（(：]{0,6})(?<rest>[；;。，,]?|[（(，,][^；;]{0,30}[；;。]?)$/
const TOTAL = /合计|总计|共计|总[量额数值]|^(?:全[市区县省]|总共|小计)$|^全[市区县省].{0,6}总/
const SURE = /合计|总计|共计/
const OF_WHICH = /^(?:其中)[：:，]?$/
const UNIT_LINE = /单位[：:]\s*(?<unit>[^）)\s，。；]{1,6})/

/** Any measure that is no count of pieces: half a unit of the last place may be missing. */
const NO_MEASURE = 'TEU'

interface Entry {
  readonly line: PrintedLine
  readonly label: string
  readonly figure: Figure
}

/** Short lines under one another, each a label and a figure: the total among them against the others. */
export function findListSums(article: CheckedArticle, lines: readonly PrintedLine[]): Relation[] {
  return runsOf(lines).flatMap((entries) => {
    const totals = entries.filter(({ label }) => TOTAL.test(label))
    const [total] = totals
    if (!total || totals.length > 1 || entries.length < 3) return []
    if (total !== entries[0] && total !== entries.at(-1)) return []
    const parts = entries.filter((entry) => entry !== total)
    if (parts.some(({ figure }) => !isLike(figure, total.figure) || figure.isVague)) return []
    if (total.figure.kind !== 'count' || total.figure.isVague) return []
    const start = entries[0]!.line.start
    const end = entries.at(-1)!.line.end
    const figures = parts.map(({ figure }) => figure)
    return [
      {
        kind: 'sum' as const,
        sentence: maskSentence(article, -1, { start, text: article.body.folded.slice(start, end) }),
        terms: figures,
        printed: total.figure,
        reckon: sum,
        formula: figures.map(plain).join(' + '),
        ...(SURE.test(total.label) ? {} : { needsCause: true, chance: 0.1 }),
      } satisfies Relation,
    ]
  })
}

function runsOf(lines: readonly PrintedLine[]): Entry[][] {
  const runs: Entry[][] = []
  let run: Entry[] = []
  let unit = ''
  for (const line of lines) {
    unit = UNIT_LINE.exec(line.text)?.groups?.unit ?? (line.text.length > 60 ? '' : unit)
    const entry = entryOf(line, unit)
    if (entry) run.push(entry)
    else if (!OF_WHICH.test(line.text)) {
      runs.push(run)
      run = []
    }
  }
  return [...runs, run].filter((entries) => entries.length >= 3)
}

function entryOf(line: PrintedLine, unit: string): Entry | null {
  if (line.text.length > 60) return null
  const match = ENTRY.exec(line.text)
  if (!match) return null
  const { label = '', number = '' } = match.groups!
  const at = match[0].indexOf(number, match[0].indexOf(label) + label.length)
  // A list that names no measure counts in one of its own.
  const [figure, other] = readFigures(withMeasure(number, unit || NO_MEASURE))
  if (!figure || other) return null
  const start = line.start + at
  return {
    line,
    label: label.replace(/^其中/, '').trim(),
    figure: { ...figure, start, end: start + number.trimEnd().length },
  }
}
