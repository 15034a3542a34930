import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spansOf } from '../text/mapped-text.ts'
import { readReport } from './read-report.ts'

const SHARED = join(import.meta.dirname, '../../../../../../shared/reports')
const TWO_ARTICLES = `澜江日报 2022年4月11日 星期一 第1版
我市召开一季度经济运行调度会
以开局之势夺全年之胜
    本报4月10日讯（记者 某某）昨日，我市召开一季度经济运行调度会，
分析当前经济形势，研究部署二季度工作。市长主持会议。市发展改革
委、市工信局以及北河县分别汇报了有关情况。
    会议指出，一季度全市工业增加值同比增长6.2%，增速居全省第
三位。
春季造林绿化现场会举行
    本报讯 全市春季造林绿化现场会9日在北河县举行。与会人员现场
观摩了三个造林点。北河县、市林业局作了交流发言。
— 1 —`

describe('a page with two articles', () => {
  const report = readReport(TWO_ARTICLES)
  const [first, second] = report.articles

  it('is told apart, each with its title, kind and first words', () => {
    expect(report.articles.map(({ title, kind, otherHeadlines }) => [title, kind, otherHeadlines])).toEqual([
      ['以开局之势夺全年之胜', 'quarterly-review', ['我市召开一季度经济运行调度会']],
      ['春季造林绿化现场会举行', 'campaign', []],
    ])
    expect(second!.body.text.startsWith('本报讯全市春季造林')).toBe(true)
  })

  it('gives date, meeting, quarter, chair and speakers', () => {
    expect(report.reportDate).toEqual({ value: '2022-04-11', from: 'text' })
    expect(first!.meeting).toEqual({
      name: '一季度经济运行调度会',
      period: '2022Q1',
      chair: '市长',
      speakingUnits: ['市发展改革委', '市工信局', '北河县'],
    })
    expect(second!.meeting?.speakingUnits).toEqual(['北河县', '市林业局'])
  })

  it('names what it left out', () => {
    expect(report.repairs.map(({ rule }) => rule)).toContain('page-furniture')
  })
})

describe('other layouts', () => {
  it('part articles that no mark parts: the one before is closed and a new event is reported', () => {
    const report = readReport(
      `市政府召开常务会议\n\n12月3日，市长主持召开市政府第12次常务会议，研究养老服务工作。\n\n市领导参加会议。\n\n12月2日，市委书记到滨江新城调研重点项目建设。他强调，要加快进度。`,
      { date: '2023-12-04' },
    )
    expect(report.articles).toHaveLength(2)
  })

  it('keep headings inside one article', () => {
    const report = readReport(
      '# 重点任务清单\n\n## 一、改造老旧小区\n\n1.年内完成改造30个小区。（牵头单位：市住建局）\n\n## 二、建设公园\n\n2.新建公园5座。（牵头单位：市绿化局）',
    )
    expect(report.articles).toHaveLength(1)
    expect(report.articles[0]!.title).toBe('重点任务清单')
    expect(report.articles[0]!.paragraphs).toHaveLength(4)
  })

  it('put headlines collected at the end back with their articles', () => {
    const report = readReport(
      `    本报讯 全市防汛工作会议昨天举行。会议要求，要加\n密堤防巡查，确保安全度汛。\n    本报讯 市政府昨天与某集团签署战略合作协议，共建\n航空产业园。\n\n全市防汛工作会议召开，要求加密巡查\n\n守牢安全度汛底线\n\n携手共建航空产业园`,
    )
    expect(report.articles.map(({ title, kind }) => [title, kind])).toEqual([
      ['守牢安全度汛底线', 'other'],
      ['携手共建航空产业园', 'agreement'],
    ])
  })

  it('restore a lost character for matching only', () => {
    const report = readReport('本报讯 昨天部署“办好一件事”改革。今年梳理“办好一?事”清单。')
    const { body } = report.articles[0]!
    expect(body.text).toContain('一?事')
    expect(body.folded).not.toContain('？')
  })

  it('give no article where nothing is printed', () => {
    expect(readReport(' \n\n').articles).toEqual([])
  })
})

describe('every reading', () => {
  it('quotes the text as received, whatever is done to it', () => {
    const damage = fc.array(
      fc.tuple(
        fc.nat(TWO_ARTICLES.length),
        fc.constantFrom('\n', '\n\n', ' ', '　　', '?', '■ ', '\t\t', '# '),
      ),
      {
        maxLength: 12,
      },
    )
    fc.assert(
      fc.property(damage, (cuts) => {
        let text = TWO_ARTICLES
        for (const [at, piece] of cuts) text = text.slice(0, at) + piece + text.slice(at)
        for (const { body, paragraphs } of readReport(text).articles) {
          expect(body.folded.length).toBe(body.text.length)
          for (const paragraph of paragraphs) {
            const pieces = spansOf(body, paragraph).map(([start, end]) => text.slice(start, end))
            expect(pieces.join('')).toBe(body.text.slice(paragraph.start, paragraph.end))
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe.skipIf(!existsSync(join(SHARED, 'gold')))('the shared reports', () => {
  const files = existsSync(join(SHARED, 'gold')) ? readdirSync(join(SHARED, 'gold')) : []
  it.each(files)('%s: articles, kinds and speakers as annotated', (file) => {
    const gold = JSON.parse(readFileSync(join(SHARED, 'gold', file), 'utf8'))
    const text = readFileSync(join(SHARED, 'meetings', file.replace('.json', '.txt')), 'utf8')
    const report = readReport(text, { date: gold.reportDate, fileName: file })
    expect(report.articles.map(({ title, kind }) => ({ title, kind }))).toEqual(
      gold.articles.map(({ title, kind }: { title: string; kind: string }) => ({ title, kind })),
    )
    const meeting = report.articles.find((article) => article.meeting?.speakingUnits.length)?.meeting
    expect(meeting?.speakingUnits ?? []).toEqual(gold.meeting.speakingUnits)
  })
})
