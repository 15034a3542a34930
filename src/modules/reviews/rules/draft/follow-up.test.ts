import { describe, expect, it } from 'vitest'
import { draftSheet } from './draft-sheet.ts'
import type { EarlierShortfall, LinkedItem, StandingFact } from './facts.ts'
import { judgeOutcome } from './judge-outcome.ts'
import { linkItems } from './link-items.ts'
import { mergeEarlier } from './merge-earlier.ts'
import { shortfallsOfSheet } from './shortfalls-of-sheet.ts'
import { closedItem, earlier, facts, item, standing } from './testing.ts'

const named = (...items: ReturnType<typeof item>[]): LinkedItem[] =>
  items.map((each) => ({ item: each, how: 'named' }))

function judge(
  shortfall: Partial<EarlierShortfall>,
  since: { items?: LinkedItem[]; now?: StandingFact; isShortNow?: boolean } = {},
) {
  const { items = [], now = null, isShortNow = false } = since
  const { outcome, reason } = judgeOutcome({ shortfall: earlier(shortfall), items, now, isShortNow })
  return [outcome, reason.code]
}

const then = standing({ period: '2023-09', rank: 15, value: '30' })

describe('what became of a shortfall', () => {
  it('is resolved when its items are closed, unless the figure says otherwise', () => {
    const items = named(closedItem(), closedItem({ daysLate: 2 }))
    expect(judge({}, { items })).toEqual(['resolved', 'why-items-closed'])
    expect(judge({}, { items, now: standing({ rank: 16 }), isShortNow: true })).toEqual([
      'came-back',
      'why-closed-but-short',
    ])
  })

  it('is resolved without items when a figure known to be short no longer is, and improving when it is only better', () => {
    const now = standing({ rank: 6 })
    expect(judge({ before: then }, { now })).toEqual(['resolved', 'why-figure-fine'])
    expect(judge({ before: standing({ period: '2023-09', rank: 12 }) }, { now })).toEqual([
      'improving',
      'why-figure-better',
    ])
    expect(
      judge({ before: then, wasShort: true }, { now: standing({ rank: 14 }), isShortNow: true }),
    ).toEqual(['improving', 'why-figure-better'])
  })

  it('is improving when some items are closed or go on, unchanged when they stand still', () => {
    expect(judge({}, { items: named(closedItem(), item()) })).toEqual(['improving', 'why-some-closed'])
    expect(judge({}, { items: named(item({ progress: 40 })) })).toEqual(['improving', 'why-progress'])
    expect(judge({}, { items: named(item({ progress: 0 })) })).toEqual(['unchanged', 'why-items-still'])
    const worse = { items: named(item({ progress: 40 })), now: standing({ rank: 16 }), isShortNow: true }
    expect(judge({ before: then }, worse)).toEqual(['unchanged', 'why-figure-worse'])
  })

  it('came back when an item was reopened, or when what was resolved is short again', () => {
    expect(judge({}, { items: named(item({ round: 2 })) })).toEqual(['came-back', 'why-reopened'])
    const again = { now: standing({ rank: 16 }), isShortNow: true }
    expect(judge({ formerOutcome: 'resolved' }, again)).toEqual(['came-back', 'why-short-again'])
    expect(judge({ cameBackIn: '2022Q3' })).toEqual(['came-back', 'why-confirmed-before'])
  })

  it('says that nobody knows of anything when there is neither item nor figure', () => {
    expect(judge({})).toEqual(['unchanged', 'why-no-trace'])
  })

  it('does not take a sum to date that has grown for a better one', () => {
    const before = standing({ period: '2023-01/2023-09', rank: null, value: '30' })
    const now = standing({ period: '2024-01/2024-03', rank: null, value: '40' })
    expect(judge({ before }, { now })).toEqual(['unchanged', 'why-figure-same'])
  })

  it('takes less for better where less is better', () => {
    const before = standing({ period: '2023-09', rank: null, value: '30', direction: 'lower' })
    const now = standing({ rank: null, value: '29.9', direction: 'lower' })
    expect(judge({ before }, { now })).toEqual(['improving', 'why-figure-better'])
  })
})

describe('on the sheet', () => {
  it('what came back is a shortfall too, with the same sources', () => {
    const items = named(item({ round: 2 }))
    const lines = draftSheet(facts({ earlier: [earlier({ linked: items })] }))
    expect(lines.map(({ side, kind }) => [side, kind])).toEqual([
      ['shortfall', 'came-back'],
      ['follow-up', 'follow-up'],
    ])
    expect(lines[0]?.sources).toEqual(lines[1]?.sources)
    expect(lines[1]?.sources.map(({ href }) => href)).toEqual([
      '/reports/r1?statement=s1',
      `/ledger/items/${items[0]!.item.id}`,
    ])
  })

  it('what was resolved is told again only if it came back', () => {
    const resolved = earlier({ formerOutcome: 'resolved', code: 'output', wasShort: true })
    expect(draftSheet(facts({ earlier: [resolved], standings: [standing()] }))).toEqual([])
    const short = draftSheet(facts({ earlier: [resolved], standings: [standing({ rank: 16 })] }))
    expect(short.map(({ kind }) => kind)).toEqual(['came-back', 'bottom-of-cohort', 'follow-up'])
  })

  it('tells what was done with its evidence, and says when items were found by like words only', () => {
    const done = closedItem({ daysLate: 2 })
    const trace = { lastReportOn: null, done: '', evidence: 3, verifiedOn: null, result: null }
    const linked: LinkedItem[] = [{ item: done, how: 'alike' }]
    const line = draftSheet(
      facts({ earlier: [earlier({ linked })], traces: new Map([[done.id, trace]]) }),
    ).find(({ kind }) => kind === 'follow-up')
    expect(line?.evidence[0]?.message).toEqual({
      code: 'item-closed-late-alike',
      params: { number: done.number, title: done.title, evidence: 3, day: { day: '2024-03-20' } },
    })
  })
})

describe('items of a shortfall', () => {
  it('are those of its statement, those its line named, and those of like words', () => {
    const items = [
      item({ title: '别的事项', statementId: 's1' }),
      item({ title: '另一事项' }),
      item({ title: '加快渔港码头改造工程建设' }),
      item({ title: '推进生活垃圾分类' }),
    ]
    const found = linkItems({ ...earlier(), itemIds: [items[1]!.id] }, items)
    expect(found.map(({ item: { title }, how }) => [title, how])).toEqual([
      ['别的事项', 'named'],
      ['另一事项', 'named'],
      ['加快渔港码头改造工程建设', 'alike'],
    ])
  })
})

describe('what the former book leaves', () => {
  const line = {
    lineId: '00000000-0000-7000-8000-00000000000a',
    side: 'shortfall' as const,
    kind: 'bottom-of-cohort' as const,
    position: 1,
    text: { zh: '空气优良率列第16位。', en: 'Air is 16th.' },
    words: null,
    draft: [],
    outcome: null,
    sources: [{ kind: 'league' as const, href: '/indicators/air', label: { key: 'air' } }],
    evidence: [],
  }
  const content = { unitId: 'u', unitName: '甲区', position: 1, minutes: 10, lines: [line] }
  const sheet = { number: 4, reviewId: 'r', period: '2023Q4', content }

  it('are its shortfalls with their indicators, as corrected; strengths and what was taken out are not', () => {
    expect(shortfallsOfSheet(sheet, [])).toMatchObject([
      { subject: line.text, saidIn: '2023Q4', code: 'air', wasShort: true, formerOutcome: null },
    ])
    const correction = { seq: 1, lineId: line.lineId, unitId: 'u', before: {}, reason: '笔误' }
    const by = { correctedAt: '2024-01-01T00:00:00Z', correctedBy: 'x' }
    const after = (change: object) => shortfallsOfSheet(sheet, [{ ...correction, ...by, after: change }])
    expect(after({ words: '空气质量靠后' })[0]?.subject.zh).toBe('空气质量靠后')
    expect(after({ included: false })).toEqual([])
  })

  it('goes on with the first wording and review of a matter that was followed up', () => {
    const params = { saidIn: { period: '2023Q1' }, subject: { zh: '垃圾分类', en: '' } }
    const followed = {
      ...line,
      side: 'follow-up' as const,
      kind: 'follow-up' as const,
      draft: [{ code: 'follow-up', params }],
      outcome: 'improving' as const,
    }
    const found = shortfallsOfSheet({ ...sheet, content: { ...content, lines: [followed] } }, [])
    expect(found).toMatchObject([
      { subject: { zh: '垃圾分类' }, saidIn: '2023Q1', formerOutcome: 'improving' },
    ])
  })

  it('is one matter with the statement of like words, which takes over its indicator', () => {
    const { before: _, linked: __, ...said } = earlier({ subject: { zh: '空气优良率靠后', en: '' } })
    const written = shortfallsOfSheet(sheet, [])
    const merged = mergeEarlier([said], written)
    expect(merged).toHaveLength(1)
    expect(merged[0]).toMatchObject({ key: 'statement:s1', code: 'air', wasShort: true })
    expect(merged[0]?.sources.map(({ kind }) => kind)).toEqual(['statement', 'publication'])
    const other = mergeEarlier([{ ...said, subject: { zh: '停车位建设', en: '' } }], written)
    expect(other.map(({ key }) => key)).toEqual(['statement:s1', `line:${line.lineId}`])
  })

  it('of a report and its digest is one shortfall with both sources; two statements of one report stay two', () => {
    const said = (id: string, reportId: string, zh: string) => {
      const {
        before: _,
        linked: __,
        ...found
      } = earlier({
        key: `statement:${id}`,
        reportId,
        subject: { zh, en: '' },
        sources: [{ kind: 'statement', href: `/reports/${reportId}?statement=${id}`, label: {} }],
      })
      return found
    }
    const merged = mergeEarlier(
      [
        said('a', 'r1', '经济结构调整和一流企业培育'),
        said('b', 'r1', '经济结构调整'),
        said('c', 'r2', '经济结构调整、一流企业培育'),
        said('d', 'r2', '城市精细化管理'),
      ],
      [],
    )
    expect(merged.map(({ key, sources }) => [key, sources.map(({ href }) => href)])).toEqual([
      ['statement:a', ['/reports/r1?statement=a', '/reports/r2?statement=c']],
      ['statement:b', ['/reports/r1?statement=b']],
      ['statement:d', ['/reports/r2?statement=d']],
    ])
  })
})
