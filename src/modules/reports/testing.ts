export { extract } from './intake/extract.ts'

import { createHash } from 'node:crypto'
import type { Context } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { loadRegister } from '../units/index.ts'
import { decideStatement } from './commands/decide-statement.ts'
import { storeReading } from './commands/store-reading.ts'
import { unitResolver } from './commands/unit-resolver.ts'
import { listStatements } from './queries/list-statements.ts'
import { describeArticles } from './rules/decisions/describe-articles.ts'
import { proposeStatements } from './rules/decisions/propose-statements.ts'
import type { FoundStatement, ReadReport } from './rules/model.ts'
import { mapText } from './rules/text/mapped-text.ts'
import type { ReportSummary, Statement } from './schema.ts'

/** A sentence of a fixture and what is said to be found in it; `quote` is looked for in the text. */
export type Said = Pick<FoundStatement, 'kind' | 'subject'> &
  Partial<FoundStatement> & { readonly quote: string }

export interface FixtureReport {
  readonly title: string
  readonly text: string
  readonly reportDate: string
  readonly period?: string
  readonly says: readonly Said[]
}

/** A small quarterly review of the fixture city, with a statement of every kind that decisions treat differently. */
export const REVIEW: FixtureReport = {
  title: '泊江市召开一季度工作会议',
  reportDate: '2024-04',
  period: '2024Q1',
  text: [
    '云泊新区规上工业总产值增速全市第一，',
    '但在发展壮大农村集体经济上还有不足。',
    '青渡区社会消费品零售总额增长7.5%。',
    '不知名区绿化覆盖率全市第二。',
    '市交通委要会同市住房建设委在6月底前完成枢纽改造。',
  ].join('\n'),
  says: [
    {
      kind: 'rank',
      subject: '规上工业总产值增速',
      quote: '规上工业总产值增速全市第一',
      unit: '云泊新区',
      confidence: 0.95,
      rank: { scope: '全市', position: 1, streakYears: null, streakText: null },
    },
    { kind: 'shortfall', subject: '发展壮大农村集体经济', quote: '发展壮大农村集体经济', unit: '云泊新区' },
    {
      kind: 'figure',
      subject: '社会消费品零售总额',
      quote: '社会消费品零售总额增长7.5%',
      unit: '青渡区',
      confidence: 0.8,
      figure: { value: '7.5', unitOfMeasure: '%', qualifier: null, change: '+7.5%', isTarget: false },
    },
    {
      kind: 'rank',
      subject: '绿化覆盖率',
      quote: '绿化覆盖率全市第二',
      unit: '不知名区',
      rank: { scope: '全市', position: 2, streakYears: null, streakText: null },
    },
    {
      kind: 'task',
      subject: '市交通委要会同市住房建设委在6月底前完成枢纽改造',
      quote: '市交通委要会同市住房建设委在6月底前完成枢纽改造。',
      task: {
        speaker: null,
        responsible: ['市交通委'],
        lead: null,
        supporting: ['市住房建设委'],
        deadline: '2024-06-30',
        theme: '交通',
        parts: [],
      },
    },
  ],
}

/** Stores a report as if the grammar had found exactly what the fixture says: tests of what comes after need no grammar. */
export async function storeFixtureReport(
  ctx: Context,
  fixture: FixtureReport = REVIEW,
): Promise<{ report: ReportSummary; statements: Statement[] }> {
  const read = readFixture(fixture)
  const register = await ctx.transaction(loadRegister)
  const resolve = unitResolver(register, fixture.reportDate)
  const nextId = () => newId(ctx.clock.now().getTime())
  const id = nextId()
  const bytes = Buffer.from(fixture.text)
  const report = await ctx.transaction((tx) =>
    storeReading(ctx, tx, {
      id,
      title: fixture.title,
      fileName: null,
      format: 'pasted',
      encoding: null,
      contentHash: createHash('sha256').update(bytes).digest('hex'),
      text: fixture.text,
      bytes,
      reportDate: fixture.reportDate,
      reportDateFrom: 'given',
      period: fixture.period ?? null,
      source: null,
      warnings: [],
      articles: describeArticles(read, resolve),
      statements: proposeStatements(
        fixture.says.map((said) => foundOf(read, said)),
        {
          reportId: id,
          report: read,
          resolve,
          nextId,
        },
      ),
    }),
  )
  return { report, statements: await listStatements(ctx, report.id) }
}

/** The same, with every statement accepted. */
export async function storeAcceptedReport(ctx: Context, fixture: FixtureReport): Promise<Statement[]> {
  const { statements } = await storeFixtureReport(ctx, fixture)
  const accepted: Statement[] = []
  for (const { id, version } of statements) {
    accepted.push(await decideStatement(ctx, id, { version, decision: 'accept' }))
  }
  return accepted
}

function readFixture({ text, title }: FixtureReport): ReadReport {
  const body = mapText(text)
  return {
    received: text,
    reportDate: { value: null, from: 'unknown' },
    articles: [
      {
        index: 0,
        title,
        otherHeadlines: [],
        kind: 'quarterly-review',
        body,
        paragraphs: [{ start: 0, end: body.text.length }],
        meeting: null,
        sectionPeriod: null,
      },
    ],
    repairs: [],
  }
}

function foundOf(read: ReadReport, { quote, ...said }: Said): FoundStatement {
  const start = read.articles[0]!.body.text.indexOf(quote)
  if (start < 0) throw new Error(`The fixture's text does not say "${quote}"`)
  return {
    articleIndex: 0,
    unit: null,
    period: null,
    confidence: 0.9,
    rule: 'fixture',
    ranges: [{ start, end: start + quote.length }],
    ...said,
  }
}

/** A person's decisions, for tests of the modules that listen to them. */
export { acceptAbove as acceptFixtureReport } from './commands/accept-above.ts'
export { correctStatement as correctFixtureStatement } from './commands/correct-statement.ts'
export { decideStatement as decideFixtureStatement } from './commands/decide-statement.ts'
