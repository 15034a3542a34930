import type { TestCity } from '../../../platform/testing/index.ts'
import { defineForTest, publishForTest, SetTargets, setTargets } from '../../indicators/testing.ts'
import { storeAcceptedReport } from '../../reports/testing.ts'

/**
 * What a review is prepared from: figures of seven districts, a target, and the reports of two meetings. 鹤汀区 was found short of one
 * matter in two wordings, whose statements are told.
 */
export async function storeRecord(city: TestCity): Promise<{ ofOneMatter: readonly string[] }> {
  await publishFigures(city)
  const before = await storeAcceptedReport(city.as('officer'), {
    title: '2023年一季度工作会议',
    reportDate: '2023-04',
    period: '2023Q1',
    text: '鹤汀区环境卫生要加强。',
    says: [{ kind: 'shortfall', subject: '环境卫生', quote: '环境卫生', unit: '鹤汀区' }],
  })
  const said = await storeAcceptedReport(city.as('officer'), {
    title: '2023年三季度工作会议',
    reportDate: '2023-10',
    period: '2023Q3',
    text: '云泊新区规上工业产值增速不高，渔港码头改造推进缓慢。云泊新区要加快渔港码头改造工程。鹤汀区垃圾分类不足。',
    says: [
      { kind: 'shortfall', subject: '规上工业产值', quote: '规上工业产值增速不高', unit: '云泊新区' },
      { kind: 'shortfall', subject: '渔港码头改造', quote: '渔港码头改造推进缓慢', unit: '云泊新区' },
      { kind: 'shortfall', subject: '垃圾分类', quote: '垃圾分类不足', unit: '鹤汀区' },
      {
        kind: 'task',
        subject: '加快渔港码头改造工程',
        quote: '云泊新区要加快渔港码头改造工程',
        task: {
          speaker: null,
          responsible: ['云泊新区'],
          lead: null,
          supporting: [],
          deadline: '2024-03-31',
          theme: null,
          parts: [],
        },
      },
    ],
  })
  const later = said.find(({ unitId }) => unitId === city.unitId('heting'))!
  return { ofOneMatter: [before[0]!.id, later.id] }
}

/** Seven districts: 云泊新区 is first in output, last in clean air, behind in revenue. */
async function publishFigures(city: TestCity) {
  const ctx = city.as('statistician')
  await defineForTest(ctx, { code: 'output', name: '规上工业产值', measure: '亿元' })
  await defineForTest(ctx, { code: 'air', name: '空气优良率', measure: '%' })
  await defineForTest(ctx, { code: 'revenue', name: '财政收入', measure: '亿元', overTime: 'sum' })
  const others = { qingdu: '40', wangxi: '38', jinting: '36', heting: '34', yanshi: '32', weizhou: '30' }
  const air = { qingdu: '95', wangxi: '94', jinting: '93', heting: '92', yanshi: '91', weizhou: '90' }
  await publishForTest(ctx, {
    output: {
      '2023-03': { ...others, yunbo: '40' },
      '2023-09': { ...others, yunbo: '20' },
      '2024-02': { ...others, yunbo: '48' },
      '2024-03': { ...others, yunbo: '50' },
    },
    air: { '2023-12': { ...air, yunbo: '93.5' }, '2024-03': { ...air, yunbo: '80' } },
    revenue: { '2024-01': { yunbo: '10' }, '2024-02': { yunbo: '10' }, '2024-03': { yunbo: '10' } },
  })
  const target = { indicator: 'revenue', unit: 'yunbo', period: '2024', horizon: 'year', kind: 'cumulative' }
  await setTargets(city.as('officer'), SetTargets.parse({ targets: [{ ...target, value: '240' }] }))
}
