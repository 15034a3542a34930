import type { Context } from '../../../kernel/context.ts'
import { unitPage } from '../queries/unit-page/unit-page.ts'
import type { AskUnitPage, UnitPage, UnitStanding } from '../schema.ts'
import { wordOf } from '../sentences.ts'
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
const PAGE_SIZE = 200

/** A unit's page for a file: all of its indicators, not one page of them. */
export async function unitFile(
  ctx: Context,
  keyOrId: string,
  asked: Omit<AskUnitPage, 'points' | 'page' | 'pageSize'>,
): Promise<TableFile> {
  const pageOf = (page: number) => unitPage(ctx, keyOrId, { ...asked, points: 1, page, pageSize: PAGE_SIZE })
  const first = await pageOf(1)
  const all: UnitStanding[] = [...first.standings]
  for (let page = 2; all.length < first.total; page++) {
    const { standings } = await pageOf(page)
    if (standings.length === 0) break
    all.push(...standings)
  }
  return {
    fileName: [first.unit.name, first.cohort.name, asked.period?.replace('/', '~')].filter(Boolean).join('-'),
    columns: COLUMNS,
    rows: all.map((standing) => rowOf(ctx, standing, first)),
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
