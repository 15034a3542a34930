import type { Context } from '../../src/kernel/context.ts'
import {
  ChangeDefinition,
  changeDefinition,
  defineForTest,
  publishForTest,
  SetTargets,
  setTargets,
} from '../../src/modules/indicators/testing.ts'

export const DISTRICTS = ['qingdu', 'wangxi', 'jinting', 'yunbo', 'heting', 'yanshi', 'weizhou'] as const
type District = (typeof DISTRICTS)[number]

/** How an indicator moves, by district: where it begins, what a month adds, and a swing by the season. */
interface Course {
  readonly from: number
  readonly step: number
  readonly swing: number
  readonly places: number
}

const COURSES: Readonly<Record<string, Course>> = {
  'request-done': { from: 84, step: 0.18, swing: 2.4, places: 2 },
  'city-revenue': { from: 6.2, step: 0.08, swing: 1.1, places: 2 },
  'complaint-count': { from: 420, step: -4, swing: 35, places: 0 },
  'blue-days': { from: 21, step: 0.1, swing: 5, places: 0 },
  'resident-count': { from: 386_000, step: 900, swing: 0, places: 0 },
  'works-investment': { from: 88_000_000, step: 2_100_000, swing: 9_000_000, places: 0 },
}

/** From October 2021 to September 2023. */
const MONTHS = Array.from({ length: 24 }, (_, at) => {
  const month = at + 9
  return `${2021 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
})
const LAST = MONTHS.at(-1)!

/**
 * Six fictional indicators of the fictional city over 24 months, a revision, a changed definition, a unit that did not
 * report, two that are tied, and targets for 2023. Answers the numbers of the two vintages.
 */
export async function seedIndicators(ctx: Context): Promise<{ first: number; revised: number }> {
  const tags = { livelihood: ['民生'], growth: ['经济'] }
  await defineForTest(ctx, {
    code: 'complaint-count',
    name: '投诉件数',
    nameEn: 'Complaints',
    measure: '件',
    decimals: 0,
    direction: 'lower',
    overTime: 'sum',
    overUnits: 'sum',
    definition: '当月受理的居民投诉，不含重复件。',
    tags: tags.livelihood,
  })
  await defineForTest(ctx, {
    code: 'request-done',
    name: '诉求办结率',
    nameEn: 'Requests settled',
    measure: '%',
    definition: '按时办结的诉求占应办结诉求的比重。退回重办的按最后一次办结计。',
    owner: '统计科负责人',
    lagDays: 10,
    comparability: {
      minimumBase: { indicator: 'complaint-count', value: '60' },
      exclusions: [{ unit: 'weizhou', reason: '新设区，系统尚未接入', from: null, to: '2023-07-01' }],
    },
    tags: tags.livelihood,
  })
  await defineForTest(ctx, {
    code: 'city-revenue',
    name: '财政总收入',
    nameEn: 'Total revenue',
    measure: '亿元',
    overTime: 'sum',
    overUnits: 'sum',
    priceBasis: 'current',
    tags: tags.growth,
  })
  await defineForTest(ctx, {
    code: 'blue-days',
    name: '蓝天天数',
    nameEn: 'Blue days',
    measure: '天',
    decimals: 0,
    overTime: 'sum',
    tags: tags.livelihood,
  })
  await defineForTest(ctx, {
    code: 'resident-count',
    name: '常住人口',
    nameEn: 'Residents',
    measure: '人',
    decimals: 0,
    overTime: 'last',
    overUnits: 'sum',
    tags: tags.livelihood,
  })
  await defineForTest(ctx, {
    code: 'works-investment',
    name: '技改投资',
    nameEn: 'Works investment',
    measure: '元',
    decimals: 0,
    overTime: 'sum',
    overUnits: 'sum',
    tags: tags.growth,
  })
  await defineForTest(ctx, {
    code: 'works-per-head',
    name: '人均技改投资',
    nameEn: 'Works investment per head',
    measure: '元/人',
    formula: 'works-investment / resident-count',
    tags: tags.growth,
  })
  await defineForTest(ctx, { code: 'green-roofs', name: '屋顶绿化面积', measure: '平方米', tags: ['生态'] })
  const first = await publishForTest(ctx, valuesOf(), '市统计局月报')
  const revised = await publishForTest(
    ctx,
    {
      'request-done': { '2023-08': { heting: '93.4' }, [LAST]: { yunbo: '93.1', jinting: '90.25' } },
      'city-revenue': { '2023-07': { qingdu: '9.02' } },
    },
    '市统计局年度核定',
  )
  await changeDefinition(
    ctx,
    'request-done',
    ChangeDefinition.parse({
      validFrom: '2023-03-01',
      version: 1,
      definition: '按时办结且回访满意的诉求占应办结诉求的比重。退回重办的按最后一次办结计。',
      breaksSeries: true,
      note: '加入回访满意的条件',
    }),
  )
  await setTargets(ctx, SetTargets.parse({ targets: targetsOf() }))
  return { first: first.vintage, revised: revised.vintage }
}

function valuesOf() {
  return Object.fromEntries(
    Object.entries(COURSES).map(([code, course]) => [
      code,
      Object.fromEntries(MONTHS.map((period, month) => [period, unitsOf(code, course, { period, month })])),
    ]),
  )
}

function unitsOf(code: string, course: Course, { period, month }: { period: string; month: number }) {
  const units: Partial<Record<District, string | null>> = {}
  for (const [at, key] of DISTRICTS.entries()) {
    // One district reported nothing for the last month, one has had its value withdrawn.
    if (code === 'blue-days' && key === 'wangxi' && period === LAST) continue
    units[key] =
      code === 'city-revenue' && key === 'weizhou' && period === LAST ? null : valueAt(course, { at, month })
  }
  // Two share a place.
  if (code === 'request-done' && period === LAST) units.qingdu = '91.2'
  if (code === 'request-done' && period === LAST) units.wangxi = '91.2'
  return units
}

/** Districts lie apart by a pattern that is not that of their names, and cross each other now and then. */
function valueAt(
  { from, step, swing, places }: Course,
  { at, month }: { at: number; month: number },
): string {
  const apart = ((at * 5) % 7) / 7
  const season = Math.sin(((month + at * 2) * Math.PI) / 6)
  const value =
    from * (0.86 + apart * 0.12) + step * month * (0.7 + ((at * 3) % 7) / 7) + swing * season * 0.5
  return value.toFixed(places)
}

function targetsOf() {
  const year = { period: '2023', horizon: 'year' }
  return DISTRICTS.flatMap((unit, at) => [
    {
      ...year,
      indicator: 'city-revenue',
      unit,
      kind: 'cumulative',
      value: String(78 + at * 9),
      document: '年度任务书',
    },
    { ...year, indicator: 'request-done', unit, kind: 'level', value: '90', document: '年度任务书' },
    {
      ...year,
      indicator: 'works-investment',
      unit,
      kind: 'cumulative',
      value: String(900_000_000 + at * 260_000_000),
    },
    ...(at < 5 ? [{ ...year, indicator: 'blue-days', unit, kind: 'cumulative', value: '290' }] : []),
    ...(at % 2 === 0 ? [{ ...year, indicator: 'city-revenue', unit, kind: 'growth', value: '6' }] : []),
  ])
}
