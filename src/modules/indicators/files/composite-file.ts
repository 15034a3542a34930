import type { Locale } from '../../../kernel/context.ts'
import type { CompositeTable } from '../schema/composite.ts'
import { wordOf } from '../sentences.ts'
import { type FileColumn, numberColumn, type TableFile, textColumn } from './table-file.ts'

/** The table of a composite league for a file: the points of each component in a column of its own. */
export function compositeFile(table: CompositeTable, locale: Locale): TableFile {
  const { components } = table.definition.scheme
  const nameOf = (key: string) => {
    const component = components.find((each) => each.key === key)
    return component ? (locale === 'en' ? component.name.en : component.name.zh) : key
  }
  const points: FileColumn[] = components.map(({ key }) => ({
    key: `points:${key}`,
    type: 'number',
    heading: nameOf(key),
  }))
  const every = { period: table.period, vintage: table.asOf }
  return {
    fileName: [table.league.name, table.cohort.name, table.period].join('-'),
    columns: [
      numberColumn('rank'),
      numberColumn('sharedBy'),
      textColumn('key'),
      textColumn('unit'),
      numberColumn('score'),
      ...points,
      numberColumn('bonus'),
      numberColumn('capped'),
      numberColumn('adjusted'),
      numberColumn('formerRank'),
      numberColumn('formerScore'),
      textColumn('remark'),
      textColumn('period'),
      numberColumn('vintage'),
    ],
    rows: [
      ...table.rows.map((row) => ({
        ...every,
        rank: row.rank,
        sharedBy: row.sharedBy,
        key: row.key,
        unit: row.name,
        score: row.score,
        ...Object.fromEntries(row.parts.map((part) => [`points:${part.component}`, part.points])),
        bonus: row.bonus?.points,
        capped:
          row.capped.length === 0
            ? undefined
            : row.capped.reduce((sum, { points: off }) => sum + Number(off), 0),
        adjusted: row.adjusted.points,
        formerRank: row.formerRank,
        formerScore: row.formerScore,
        remark: row.adjusted.reason,
      })),
      ...table.apart.map(({ key, name, lacking }) => ({
        ...every,
        key,
        unit: name,
        remark: lacking
          .map(({ component, reason }) => {
            const why = reason === null ? '' : wordOf(locale, 'apart', reason)
            return [nameOf(component), why].filter(Boolean).join(' ')
          })
          .join('; '),
      })),
    ],
  }
}
