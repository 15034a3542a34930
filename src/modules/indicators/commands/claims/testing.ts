import type { TestCity } from '../../../../platform/testing/index.ts'
import type { Statement } from '../../../reports/index.ts'
import { type Said, storeAcceptedReport } from '../../../reports/testing.ts'
import { getClaim } from '../../queries/claims/claims.ts'
import { type Claim, type ClaimDetail, type ClaimSheet, MatchClaim } from '../../schema/claims.ts'
import { defineForTest, publishForTest } from '../../testing/publish-for-test.ts'
import { checkClaims } from './check-claims.ts'
import { matchClaim } from './match-claim.ts'

/** Also those that existed in former years only: a field with a gap decides nothing. */
const DISTRICTS = [
  'qingdu',
  'wangxi',
  'jinting',
  'yunbo',
  'heting',
  'yanshi',
  'weizhou',
  'weizhou-county',
  'jiujin',
]

/** A value for each district, by its place in the list. */
export function everyDistrict(value: (at: number) => string): Record<string, string> {
  return Object.fromEntries(DISTRICTS.map((key, at) => [key, value(at)]))
}

export type Sentence = Partial<Said> & Pick<Said, 'kind' | 'subject' | 'unit'>

/** The fictional city with three indicators; yunbo leads in industry since 2019, heting was third in 2021. */
export async function publishFixture(city: TestCity): Promise<void> {
  const ctx = city.as('statistician')
  const yearly = { frequency: 'year', measure: '亿元', overUnits: 'sum' } as const
  await defineForTest(ctx, { code: 'industry', name: '规模以上工业总产值', ...yearly })
  await defineForTest(ctx, { code: 'retail', name: '社会消费品零售总额', ...yearly })
  const exclusions = [{ unit: 'weizhou', reason: '口径不同', from: null, to: null }]
  await defineForTest(ctx, {
    code: 'green',
    name: '绿化覆盖率',
    frequency: 'year',
    measure: '%',
    comparability: { minimumBase: null, exclusions },
  })
  const industry = Object.fromEntries(
    [2018, 2019, 2020, 2021, 2022, 2023].map((year) => [
      String(year),
      {
        ...everyDistrict(() => '50'),
        yunbo: year === 2018 ? '90' : String(100 + year - 2019),
        heting: year === 2018 ? '95' : year === 2021 ? '70' : '80',
        jinting: year === 2021 ? '75' : '60',
      },
    ]),
  )
  await publishForTest(ctx, {
    industry,
    retail: {
      '2022': everyDistrict(() => '40'),
      '2023': { ...everyDistrict(() => '44'), qingdu: '43' },
    },
    green: { '2023': everyDistrict((at) => String(30 + at)) },
  })
}

export const rank = (
  unit: string,
  subject: string,
  rest: Partial<NonNullable<Said['rank']>> = {},
  period: string | null = '2023',
): Sentence => ({
  kind: 'rank',
  unit,
  subject,
  period,
  rank: { scope: '全市', position: 1, streakYears: null, streakText: null, ...rest },
})

export const figure = (
  unit: string,
  subject: string,
  value: string | null,
  change: string | null = null,
): Sentence => ({
  kind: 'figure',
  unit,
  subject,
  period: '2023',
  figure: { value, unitOfMeasure: value === null ? null : '元', qualifier: null, change, isTarget: false },
})

export const short = ({ verdict, reason }: Claim) => [verdict, reason]

/** An officer who accepts, matches and checks what fictional reports say. */
export function claimsDesk(city: () => TestCity) {
  let count = 0
  const officer = () => city().as('officer')
  /** Each sentence stands on a line of its own. */
  async function accept(...says: Sentence[]): Promise<Statement[]> {
    count += 1
    const lines = says.map(({ unit, subject }, at) => `${unit}${subject}第${count}之${at}句。`)
    return storeAcceptedReport(officer(), {
      title: `年度盘点（${count}）`,
      reportDate: '2024-04',
      period: '2023',
      text: lines.join('\n'),
      says: says.map((said, at) => ({ confidence: 0.9, ...said, quote: lines[at]! })),
    })
  }
  async function confirm(id: string, fields: Record<string, unknown>): Promise<ClaimDetail> {
    const { version } = await getClaim(officer(), id)
    return matchClaim(officer(), id, MatchClaim.parse({ version, ...fields }))
  }
  const check = (report: string): Promise<ClaimSheet> => checkClaims(officer(), { report })
  /** Accepts, confirms what is suggested, and checks. */
  async function verdicts(...says: Sentence[]): Promise<Claim[]> {
    const statements = await accept(...says)
    for (const { id } of statements) {
      const { match } = await getClaim(officer(), id)
      if (match.indicator) await confirm(id, { indicator: match.indicator, measure: match.measure })
    }
    return (await check(statements[0]!.reportId)).lines
  }
  return { officer, accept, confirm, check, verdicts }
}
