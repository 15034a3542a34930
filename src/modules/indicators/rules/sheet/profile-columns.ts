import type { SheetRow } from '../../../../platform/sheets/index.ts'
import { cellText } from './cell-text.ts'
import { readPeriod } from './find-period.ts'
import { isValueLike } from './find-table-head.ts'
import { foldKey } from './fold-text.ts'
import { isMeasure } from './read-heading.ts'
import words from './words.json' with { type: 'json' }

/** What the names of a table are looked up in, to tell units from indicators. */
export interface KnownNames {
  readonly isUnit: (name: string) => boolean
  readonly isIndicator: (name: string) => boolean
}

/** What stands in a column of data: each a share of its filled cells. */
export interface ColumnProfile {
  readonly filled: number
  readonly values: number
  readonly periods: number
  readonly measures: number
  readonly units: number
  readonly indicators: number
  readonly distinct: number
  /** 1, 2, 3 … down the rows. */
  readonly isSerial: boolean
  /** Whole numbers of six or nine digits: codes of administrative divisions. */
  readonly isCode: boolean
  readonly isMonth: boolean
  /** Years alone: 2024, 2024年. */
  readonly isYear: boolean
  /** Parts of a year without the year: 3月, 一季度, 上半年. */
  readonly isPartOfYear: boolean
  readonly samples: readonly string[]
}

const TOTALS: ReadonlySet<string> = new Set(words.totals.map(foldKey))
export const isTotalName = (text: string) => TOTALS.has(foldKey(text))

const SAMPLES = 4

/** Looks at the first rows of data, column by column. */
export function profileColumn(rows: readonly SheetRow[], column: number, known: KnownNames): ColumnProfile {
  const cells = rows.map(({ cells }) => cells[column]).filter((cell) => cellText(cell).trim() !== '')
  const texts = cells.map((cell) => cellText(cell).trim())
  const filled = texts.length
  const share = (
    test: (text: string, at: number) => boolean,
    isBeside: (text: string) => boolean = () => false,
  ) => texts.filter(test).length / Math.max(1, filled - texts.filter(isBeside).length)
  const isWhole = texts.map((text) => /^\d+$/.test(text))
  return {
    filled,
    values: share((_, at) => isValueLike(cells[at])),
    periods: share((text) => readPeriod(text, { year: 2000 }) !== undefined, isTotalName),
    measures: share(isMeasure),
    units: share((text) => isTotalName(text) || known.isUnit(text)),
    indicators: share((text) => known.isIndicator(text)),
    distinct: new Set(texts).size,
    isSerial:
      filled > 1 &&
      texts.every((text, at) => isWhole[at] && (at === 0 || Number(text) === Number(texts[at - 1]) + 1)) &&
      Number(texts[0]) <= 1,
    isCode:
      filled > 0 &&
      texts.every((text) => /^\d{6}(?:\d{3})?(?:\d{3})?$/.test(text)) &&
      readPeriod(texts[0]!) === undefined,
    isMonth: filled > 0 && texts.every((text) => /^(?:1[0-2]|0?[1-9])$/.test(text)),
    isYear: filled > 0 && texts.every((text) => /^(?:19|20)\d{2}(?:年度?)?$/.test(text)),
    isPartOfYear:
      texts.some((text) => !isTotalName(text)) &&
      texts.every(
        (text) =>
          isTotalName(text) || (!/\d{4}/.test(text) && readPeriod(text, { year: 2000 }) !== undefined),
      ),
    samples: texts
      .filter((text, at) => texts.indexOf(text) === at)
      .slice(0, SAMPLES)
      .map((text) => text.slice(0, 60)),
  }
}
