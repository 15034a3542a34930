import type { Locale } from '../../../kernel/context.ts'
import type { LeagueTable } from '../schema.ts'
import { wordOf } from '../sentences.ts'
import { numberColumn, type TableFile, textColumn } from './table-file.ts'

const COLUMNS = [
  numberColumn('rank'),
  numberColumn('sharedBy'),
  textColumn('key'),
  textColumn('unit'),
  numberColumn('value'),
  textColumn('unitOfMeasure'),
  numberColumn('formerRank'),
  numberColumn('formerValue'),
  numberColumn('toNextBetter'),
  numberColumn('toNextWorse'),
  numberColumn('toFirst'),
  numberColumn('streak'),
  textColumn('since'),
  numberColumn('numerator'),
  numberColumn('denominator'),
  textColumn('remark'),
  textColumn('period'),
  numberColumn('vintage'),
]

/** A league table for a file; whoever is apart stands below with the reason. */
export function leagueFile(table: LeagueTable, locale: Locale): TableFile {
  const every = { unitOfMeasure: table.unitOfMeasure, period: table.period, vintage: table.asOf }
  const { indicator, period, cohort } = table
  return {
    fileName: [indicator.name, cohort.name, period.replace('/', '~')].join('-'),
    columns: COLUMNS,
    rows: [
      ...table.rows.map((row) => ({
        ...every,
        rank: row.rank,
        sharedBy: row.sharedBy,
        key: row.key,
        unit: row.name,
        value: row.value,
        formerRank: row.formerRank,
        formerValue: row.formerValue,
        toNextBetter: row.toNextBetter?.amount,
        toNextWorse: row.toNextWorse?.amount,
        toFirst: row.toFirst,
        streak: row.streak?.length,
        since: row.streak?.since,
        numerator: row.numerator,
        denominator: row.denominator,
        remark: row.note,
      })),
      ...table.apart.map(({ key, name, value, reason, note }) => ({
        ...every,
        key,
        unit: name,
        value,
        remark: [wordOf(locale, 'apart', reason), note].filter(Boolean).join(' '),
      })),
    ],
  }
}
