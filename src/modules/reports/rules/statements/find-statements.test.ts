import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReport } from '../articles/read-report.ts'
import { findStatements } from './find-statements.ts'
import { reportOf } from './testing.ts'

/** A review as a city paper prints one, wholly invented. */
const REVIEW = `市委季度工作会议昨天举行。市委书记主持会议并强调，要锚定全年目标，加快重大项目建设，确保时间过半、完成任务过半。
会上，北港区委、柏川县委、市水务局先后发言，市委书记逐一点评。北港区去年集装箱中转量、冷链仓储利用率均居全市第一，建成全省首个零碳码头，新引进航运企业86家。但在老港区更新、基层治理队伍建设及渔民转产安置等民生事项上仍存不足。柏川县一季度茶叶出口额4.2亿元，同比增长11.3%，由全市第6位升至第3位，粮食单产连续四年全市第二。但在山洪预警、农村养老服务等方面还有差距。市水务局完成管网改造120公里，供水漏损率下降2.1个百分点，但在节水宣传、二次供水监管上还需进一步加强。
市委书记指出，各区县要紧盯薄弱环节，6月底前完成隐患整改。要抓好防汛备汛，县级河长必须到岗到位。
市长就抓紧下阶段重点指出，要稳住外贸基本盘，支持企业开拓市场。着力推进民生实事，新建社区食堂40家。`

const lines = (text: string) =>
  findStatements(reportOf(text, { date: '2024-04', speakingUnits: ['北港区', '柏川县', '市水务局'] })).map(
    (each) => {
      const detail = each.rank
        ? [each.rank.scope, each.rank.position, each.rank.streakYears]
        : each.figure
          ? [each.figure.value, each.figure.unitOfMeasure, each.figure.change]
          : each.first
            ? [each.first.scope]
            : each.task
              ? [each.task.speaker, each.task.responsible.join('、'), each.task.deadline]
              : []
      return [each.kind, each.unit, each.subject, each.period, ...detail]
        .map((part) => part || '-')
        .join(' | ')
    },
  )

test('a whole review, line by line', () => {
  expect(lines(REVIEW)).toMatchInlineSnapshot(`
    [
      "task | - | 锚定全年目标 | - | 市委书记 | - | 2024-06-30",
      "rank | 北港区 | 集装箱中转量 | 2023 | 全市 | 1 | -",
      "rank | 北港区 | 冷链仓储利用率 | 2023 | 全市 | 1 | -",
      "first | 北港区 | 零碳码头 | 2023 | 全省",
      "figure | 北港区 | 新引进航运企业 | 2023 | 86 | 家 | -",
      "shortfall | 北港区 | 老港区更新 | -",
      "shortfall | 北港区 | 基层治理队伍建设 | -",
      "shortfall | 北港区 | 渔民转产安置等民生事项 | -",
      "figure | 柏川县 | 茶叶出口额 | 2024-01/2024-03 | 420000000 | 元 | +11.3%",
      "rank | 柏川县 | 茶叶出口额同比增长 | 2024-01/2024-03 | 全市 | 3 | -",
      "rank | 柏川县 | 粮食单产 | 2024-01/2024-03 | 全市 | 2 | 4",
      "shortfall | 柏川县 | 山洪预警 | -",
      "shortfall | 柏川县 | 农村养老服务 | -",
      "figure | 市水务局 | 完成管网改造 | - | 120 | 公里 | -",
      "figure | 市水务局 | 供水漏损率下降 | - | 2.1 | 个百分点 | -2.1个百分点",
      "shortfall | 市水务局 | 节水宣传 | -",
      "shortfall | 市水务局 | 二次供水监管 | -",
      "task | - | 紧盯薄弱环节 | - | 市委书记 | 各区县 | 2024-06-30",
      "task | - | 抓好防汛备汛 | - | 市委书记 | - | -",
      "task | - | 县级河长必须到岗到位 | - | 市委书记 | 县级河长 | -",
      "task | - | 稳住外贸基本盘 | - | 市长 | - | -",
      "task | - | 着力推进民生实事 | - | 市长 | - | -",
    ]
  `)
})

describe('whatever the text', () => {
  test('every range lies in its body and quotes something, every confidence is between 0 and 1', () => {
    const pieces = fc.array(fc.nat(REVIEW.length), { maxLength: 6 })
    fc.assert(
      fc.property(pieces, fc.string({ maxLength: 12 }), (cuts, noise) => {
        const damaged = cuts.reduce(
          (text, at) => text.slice(0, at) + noise + text.slice(at + noise.length),
          REVIEW,
        )
        const report = readReport(damaged, { date: '2024-04' })
        for (const each of findStatements(report)) {
          const { body } = report.articles[each.articleIndex]!
          expect(each.ranges.length).toBeGreaterThan(0)
          for (const range of [...each.ranges, ...(each.task?.parts ?? [])]) {
            expect(range.start).toBeGreaterThanOrEqual(0)
            expect(range.end).toBeGreaterThan(range.start)
            expect(range.end).toBeLessThanOrEqual(body.text.length)
          }
          expect(each.confidence).toBeGreaterThan(0)
          expect(each.confidence).toBeLessThanOrEqual(1)
          expect(each.subject).not.toBe('')
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the same text gives the same statements', () => {
    expect(lines(REVIEW)).toEqual(lines(REVIEW))
  })

  test.each([
    ['commas', '，'.repeat(20_000)],
    ['an endless clause', '推进'.repeat(20_000)],
    ['an endless list', '甲区、'.repeat(10_000)],
    ['open brackets', '（“《'.repeat(8_000)],
    ['digits', '1'.repeat(40_000)],
    ['要', '要'.repeat(20_000)],
    ['places', '居全市第一'.repeat(5_000)],
    ['problems', '存在问题不足'.repeat(5_000)],
  ])('%s take linear time', (_name, text) => {
    const started = performance.now()
    findStatements(reportOf(text))
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
