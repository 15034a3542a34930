import type { Context } from '../../src/kernel/context.ts'
import {
  type FixtureReport,
  REVIEW,
  storeAcceptedReport,
  storeFixtureReport,
} from '../../src/modules/reports/testing.ts'
import type { Person } from './people.ts'

const BEFORE: FixtureReport[] = [
  {
    title: '泊江市召开一季度工作会议',
    reportDate: '2023-04',
    period: '2023Q1',
    text: '云泊新区发展壮大农村集体经济不够，渔港扩建进度滞后。青渡区停车位建设不足。',
    says: [
      {
        kind: 'shortfall',
        subject: '发展壮大农村集体经济',
        quote: '发展壮大农村集体经济不够',
        unit: '云泊新区',
      },
      { kind: 'shortfall', subject: '渔港扩建', quote: '渔港扩建进度滞后', unit: '云泊新区' },
      { kind: 'shortfall', subject: '停车位建设', quote: '停车位建设不足', unit: '青渡区' },
    ],
  },
  {
    title: '泊江市召开二季度工作会议',
    reportDate: '2023-07',
    period: '2023Q2',
    text: '云泊新区工业增速第四，要壮大农村集体经济。青渡区老旧小区加装电梯推进慢。',
    says: [
      {
        kind: 'rank',
        subject: '规上工业总产值',
        quote: '工业增速第四',
        unit: '云泊新区',
        rank: { scope: '全市', position: 4, streakYears: null, streakText: null },
      },
      { kind: 'shortfall', subject: '壮大农村集体经济', quote: '壮大农村集体经济', unit: '云泊新区' },
      { kind: 'shortfall', subject: '老旧小区加装电梯', quote: '老旧小区加装电梯推进慢', unit: '青渡区' },
    ],
  },
]

const PUBLISHED: FixtureReport = {
  title: '泊江市召开三季度工作会议',
  reportDate: '2023-10',
  period: '2023Q3',
  text: '云泊新区规上工业总产值增长7.5%，居全市第二，\n但要激发农村集体经济内生动力。\n青渡区停车位建设不足。',
  says: [
    {
      kind: 'figure',
      subject: '规上工业总产值',
      quote: '规上工业总产值增长7.5%',
      unit: '云泊新区',
      figure: { value: '7.5', unitOfMeasure: '%', qualifier: null, change: '+7.5%', isTarget: false },
    },
    {
      kind: 'rank',
      subject: '规上工业总产值',
      quote: '居全市第二',
      unit: '云泊新区',
      rank: { scope: '全市', position: 2, streakYears: null, streakText: null },
    },
    {
      kind: 'shortfall',
      subject: '农村集体经济内生动力',
      quote: '激发农村集体经济内生动力',
      unit: '云泊新区',
    },
    { kind: 'shortfall', subject: '停车位建设', quote: '停车位建设不足', unit: '青渡区' },
  ],
}

export interface SeededReviews {
  /** A report that is still to be read and accepted. */
  readonly reportId: string
  /** The review that is being prepared, with drafted sheets. */
  readonly preparing: string
  /** The review that was held, with its report put beside its book. */
  readonly held: string
  readonly unitId: string
  readonly matterId: string
}

/** Two reviews before, one that was held yesterday with its book, notes and report, and one in preparation. */
export async function seedReviews(system: Context, officer: Person): Promise<SeededReviews> {
  for (const report of BEFORE) await storeAcceptedReport(system, report)
  const { report } = await storeFixtureReport(system, REVIEW)
  const { units } = await officer.read('/api/units')
  const [yunbo, qingdu] = ['云泊新区', '青渡区'].map(
    (name) => units.find((unit: { name: string }) => unit.name === name).id as string,
  ) as [string, string]
  const held = await hold(officer, [yunbo, qingdu])
  await storeAcceptedReport(system, PUBLISHED)
  const { reports } = await officer.read('/api/reports')
  const published = reports.find((each: { title: string }) => each.title === PUBLISHED.title)
  const { version } = await officer.read(`/api/reviews/cycles/${held}`)
  await officer.send('put', `/api/reviews/cycles/${held}/report`, { reportId: published.id, version })
  const preparing = await prepare(officer, [yunbo, qingdu])
  const { suggestions } = await officer.read('/api/reviews/matters')
  const [pair] = suggestions
  const matter = await officer.send('post', '/api/reviews/matters', {
    parts: [pair.earlier, pair.later].map(({ kind, id }: { kind: string; id: string }) => ({ kind, id })),
  })
  return { reportId: report.id, held, preparing, unitId: yunbo, matterId: matter.id }
}

async function hold(officer: Person, unitIds: readonly string[]): Promise<string> {
  const [yunbo, qingdu] = unitIds
  const path = await open(officer, {
    period: '2023Q3',
    title: '三季度工作点评会',
    heldAt: '2023-10-25T09:00:00+08:00',
    unitIds,
  })
  for (const line of [
    { unitId: yunbo, side: 'strength', words: '规上工业总产值增长7.4%，居全市第3位' },
    { unitId: yunbo, side: 'shortfall', words: '发展壮大农村集体经济不够' },
    { unitId: yunbo, side: 'shortfall', words: '渔港扩建进度滞后' },
    { unitId: qingdu, side: 'follow-up', words: '停车位建设仍然不足', outcome: 'unchanged' },
  ])
    await officer.send('post', `${path}/lines`, line)
  for (const to of ['frozen', 'held']) {
    const { version } = await officer.read(path)
    await officer.send('post', `${path}/stage`, { to, version, withStale: true })
  }
  await officer.send('post', `${path}/notes`, {
    id: '01900000-0000-7000-8000-000000000001',
    kind: 'commitment',
    unitId: qingdu,
    text: '年内新增两百个停车位',
    dueOn: '2023-12-31',
  })
  return path.split('/').at(-1)!
}

async function prepare(officer: Person, unitIds: readonly string[]): Promise<string> {
  const path = await open(officer, {
    period: '2023Q4',
    title: '四季度工作点评会',
    heldAt: '2024-01-18T09:00:00+08:00',
    unitIds,
  })
  for (const unitId of unitIds) await officer.send('post', `${path}/sheets/${unitId}/draft`)
  return path.split('/').at(-1)!
}

async function open(
  officer: Person,
  { unitIds, ...review }: { period: string; title: string; heldAt: string; unitIds: readonly string[] },
): Promise<string> {
  const opened = await officer.send('post', '/api/reviews/cycles', review)
  const path = `/api/reviews/cycles/${opened.id}`
  const points = unitIds.map((unitId) => ({ kind: 'speech', unitId, minutes: 8 }))
  await officer.send('put', `${path}/agenda`, { version: opened.version, points })
  return path
}
