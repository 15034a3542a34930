import type { Context } from '../../../kernel/context.ts'
import { compareUnits } from '../queries/unit-page/compare-units.ts'
import { isStandingNamed } from '../rules/is-standing-named.ts'
import type { AskComparison, Comparison } from '../schema.ts'
import { sentenceOf, wordOf } from '../sentences.ts'
import { allPages } from './all-pages.ts'
import { type FileColumn, numberColumn, type TableFile, textColumn } from './table-file.ts'

/** Two units side by side for a file: value, place and why there is none, each under the unit's name. */
export async function comparisonFile(
  ctx: Context,
  { q, ...asked }: Omit<AskComparison, 'points' | 'page' | 'pageSize'> & { q?: string | undefined },
): Promise<TableFile> {
  const { first, rows } = await allPages(
    (page) => compareUnits(ctx, { ...asked, ...page }),
    (comparison) => comparison.rows,
  )
  const [one, other] = first.units
  return {
    fileName: [one.name, other.name, first.cohort.name].join('-'),
    columns: [
      textColumn('code'),
      textColumn('indicator'),
      textColumn('period'),
      textColumn('unitOfMeasure'),
      ...sideColumns(ctx, 'first', one.name),
      ...sideColumns(ctx, 'second', other.name),
      numberColumn('difference'),
      textColumn('better'),
      numberColumn('vintage'),
    ],
    rows: rows
      .filter((row) => isStandingNamed(row.first, q))
      .map((row) => ({
        code: row.first.code,
        indicator: row.first.name,
        period: row.first.period,
        unitOfMeasure: row.first.unitOfMeasure,
        ...sideOf(ctx, row, 'first'),
        ...sideOf(ctx, row, 'second'),
        difference: row.difference,
        better: betterOf(ctx, row, first.units),
        vintage: first.asOf,
      })),
  }
}

type Row = Comparison['rows'][number]
type Side = 'first' | 'second'

function sideColumns({ locale }: Context, side: Side, unit: string): FileColumn[] {
  const heading = (part: string) =>
    sentenceOf(locale, 'indicators.file.of-unit', { unit, part: wordOf(locale, 'file', part) })
  return [
    { ...numberColumn(side), heading: heading('value') },
    { ...numberColumn(`${side}Rank`), heading: heading('rank') },
    { ...numberColumn(`${side}Of`), heading: heading('of') },
    { ...textColumn(`${side}Remark`), heading: heading('remark') },
  ]
}

function sideOf({ locale }: Context, row: Row, side: Side): Record<string, string | number | null> {
  const { value, rank, of, reason } = row[side]
  return {
    [side]: value,
    [`${side}Rank`]: rank,
    [`${side}Of`]: of,
    [`${side}Remark`]: reason === null ? '' : wordOf(locale, 'apart', reason),
  }
}

function betterOf({ locale }: Context, { better }: Row, [one, other]: Comparison['units']): string {
  if (better === null) return ''
  return better === 'equal' ? wordOf(locale, 'file', 'equal') : (better === 'first' ? one : other).name
}
