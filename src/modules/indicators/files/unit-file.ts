import type { Context } from '../../../kernel/context.ts'
import { unitPage } from '../queries/unit-page/unit-page.ts'
import { isStandingNamed } from '../rules/is-standing-named.ts'
import type { AskUnitPage, UnitPage, UnitStanding } from '../schema.ts'
import { wordOf } from '../sentences.ts'
import { allPages } from './all-pages.ts'
import { numberColumn, type TableFile, textColumn } from './table-file.ts'

const COLUMNS = [
  textColumn('code'),
  textColumn('indicator'),
  textColumn('period'),
  numberColumn('value'),
  textColumn('unitOfMeasure'),
  numberColumn('rank'),
  numberColumn('sharedBy'),
  numberColumn('of'),
  numberColumn('places'),
  numberColumn('growth'),
  numberColumn('change'),
  numberColumn('numerator'),
  numberColumn('denominator'),
  textColumn('remark'),
  numberColumn('vintage'),
]

/** A unit's page for a file: all of its indicators, or those with the words. */
export async function unitFile(
  ctx: Context,
  keyOrId: string,
  { q, ...asked }: Omit<AskUnitPage, 'points' | 'page' | 'pageSize'> & { q?: string | undefined },
): Promise<TableFile> {
  const { first, rows } = await allPages(
    (page) => unitPage(ctx, keyOrId, { ...asked, ...page }),
    ({ standings }) => standings,
  )
  const shown = rows.filter((standing) => isStandingNamed(standing, q))
  return {
    fileName: [first.unit.name, first.cohort.name, asked.period?.replace('/', '~')].filter(Boolean).join('-'),
    columns: COLUMNS,
    rows: shown.map((standing) => rowOf(ctx, standing, first)),
  }
}

function rowOf({ locale }: Context, standing: UnitStanding, { asOf }: UnitPage): TableFile['rows'][number] {
  const { points: _, ratio, reason, name, direction: __, ...rest } = standing
  return {
    ...rest,
    indicator: name,
    numerator: ratio?.numerator.value,
    denominator: ratio?.denominator.value,
    remark: reason === null ? '' : wordOf(locale, 'apart', reason),
    vintage: asOf,
  }
}
