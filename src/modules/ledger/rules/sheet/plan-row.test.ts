import { describe, expect, it } from 'vitest'
import type { Cell, SheetRow } from '../../../../platform/sheets/index.ts'
import type { RowContext, SheetMapping } from './imported-item.ts'
import { planRow } from './plan-row.ts'
import type { SheetField } from './sheet-field.ts'

const UNITS: Readonly<Record<string, string>> = { 市交通委: 'T', 市公安局: 'P', 市财政局: 'F' }
const context: RowContext = {
  today: '2024-04-10',
  year: null,
  resolveUnit: (name) => UNITS[name],
  keepsUnknownUnits: false,
  numberPrefix: '',
  takesOver: true,
  clearsEmpty: false,
  progressIsFraction: false,
}

function plan(cells: Partial<Record<SheetField, Cell>>, more: Partial<RowContext> = {}) {
  const columns = Object.keys(cells) as SheetField[]
  const mapping: SheetMapping = { firstHeadingRow: 1, lastHeadingRow: 1, columns }
  const row: SheetRow = { row: 7, cells: Object.values(cells), merged: [], isHidden: false }
  return planRow(row, mapping, { ...context, ...more })
}
const itemOf = (...given: Parameters<typeof plan>) => {
  const found = plan(...given)
  if (found.kind !== 'item') throw new Error(JSON.stringify(found))
  return found
}
const problemsOf = (...given: Parameters<typeof plan>) => {
  const found = plan(...given)
  return found.kind === 'error' ? found.problems.map(({ column, code }) => [column, code]) : found.kind
}

const title = '建设停车位两千个'

describe('a row', () => {
  it('becomes an item: units by name, days by form, words by spelling', () => {
    const { item, warnings } = itemOf({
      externalNumber: 17,
      title,
      lead: '市交通委、市公安局',
      supporting: '市财政局',
      dueOn: '6月底前',
      issuedOn: '2024.3',
      priority: '急',
      progress: { kind: 'percent', fraction: 0.855 },
      state: '正在推进',
      isPublic: '是',
    })
    expect(item.fields).toMatchObject({
      externalNumber: '17',
      title,
      leadUnitId: 'T',
      supportingUnitIds: ['P', 'F'],
      dueOn: '2024-06-30',
      issuedOn: '2024-03-01',
      priority: 'urgent',
      isPublic: true,
    })
    expect(item.standing).toMatchObject({ state: 'in-progress', progress: 85.5 })
    expect(warnings.map(({ code }) => code)).toEqual(['ledger.sheet-several-leads'])
  })

  it('says which of its cells are filled, so that an update leaves the others alone', () => {
    expect(itemOf({ title, theme: null, remark: '注' }).item.given).toEqual(['title', 'remark'])
    expect(itemOf({ title, theme: null }, { clearsEmpty: true }).item.given).toEqual(['title', 'theme'])
  })

  it('keeps words in the place of a deadline, and takes a limit for one', () => {
    const lasting = itemOf({ title, dueOn: '长期坚持', remark: '注' })
    expect(lasting.item.fields).toMatchObject({ dueOn: null, remark: '注；完成时限：长期坚持' })
    const limited = itemOf({ title, dueOn: '30个工作日内' })
    expect(limited.item.fields).toMatchObject({ dueOn: null, timeLimit: { count: 30, unit: 'working' } })
  })

  it('gives a title from the content, and its full wording to the content when it is too long', () => {
    const long = `${'推进老旧小区改造，'.repeat(30)}完成验收`
    expect(itemOf({ content: long }).item.fields.title.length).toBeLessThanOrEqual(60)
    expect(itemOf({ title: long }).item.fields.content).toBe(long)
  })

  it('takes off a title what nobody sees, and says where it stood', () => {
    const { item, warnings } = itemOf({ title: '建设\u200b停车位\n\u202e两千个', lead: '市交通委' })
    expect(item.fields.title).toBe('建设停车位 两千个')
    expect(warnings).toEqual([
      { column: 0, code: 'ledger.sheet-title-unseen', details: { position: 3, sign: 'U+200B' } },
    ])
    expect(problemsOf({ content: '\u200b\u2060', lead: '市交通委' })).toEqual([
      [null, 'ledger.sheet-title-missing'],
    ])
  })

  it('keeps nobody in particular as words, and unknown names when asked to', () => {
    expect(itemOf({ title, lead: '各区、相关单位' }).item).toMatchObject({
      responsibleText: ['各区', '相关单位'],
      fields: { leadUnitId: null },
    })
    expect(problemsOf({ title, lead: '市交通局' })).toEqual([[1, 'ledger.sheet-unit-unknown']])
    expect(itemOf({ title, lead: '市交通局' }, { keepsUnknownUnits: true }).item.responsibleText).toEqual([
      '市交通局',
    ])
  })

  it('puts a prefix before the office’s number, once', () => {
    expect(itemOf({ title, externalNumber: 3 }, { numberPrefix: '重点-' }).item.fields.externalNumber).toBe(
      '重点-3',
    )
    expect(
      itemOf({ title, externalNumber: '重点-3' }, { numberPrefix: '重点-' }).item.fields.externalNumber,
    ).toBe('重点-3')
  })
})

describe('progress', () => {
  it.each<[Cell, boolean, number]>([
    ['80%', false, 80],
    ['已完成80%', false, 80],
    [80, false, 80],
    [0.5, false, 0.5],
    [0.5, true, 50],
    [1, true, 100],
    [{ kind: 'percent', fraction: 1 }, false, 100],
    ['３０％', false, 30],
  ])('%j is read (fractions: %s) as %s', (cell, progressIsFraction, progress) => {
    const { item } = itemOf({ title, lead: '市交通委', progress: cell }, { progressIsFraction })
    expect(item.standing.progress).toBe(progress)
  })
})

describe('passed over', () => {
  it.each<[string, Partial<Record<SheetField, Cell>>]>([
    ['total', { externalNumber: '合计', title: null, progress: 55 }],
    ['total', { externalNumber: null, title: '小计：12项', lead: null }],
    ['heading', { externalNumber: '序号', title: '事项', lead: '牵头单位' }],
    ['section', { externalNumber: '一、经济发展', title: null, lead: null }],
    ['withdrawn', { title, state: '已取消' }],
  ])('as %s', (reason, cells) => {
    expect(plan(cells)).toEqual({ kind: 'skip', reason })
  })
})

describe('refused by column', () => {
  it.each<[string, Partial<Record<SheetField, Cell>>, [number, string][]]>([
    ['a classified matter', { title, classification: '秘密' }, [[1, 'ledger.sheet-classified']]],
    ['a matter marked as classified', { title, classification: '是' }, [[1, 'ledger.sheet-classified']]],
    ['no title', { title: null, lead: '市交通委', remark: '注' }, [[0, 'ledger.sheet-title-missing']]],
    [
      'a formula that failed',
      { title, theme: { kind: 'error', text: '#N/A' } },
      [[1, 'ledger.sheet-cell-error']],
    ],
    ['a day that is none', { title, dueOn: '2月30日' }, [[1, 'ledger.sheet-day-no-such-day']]],
    ['a day that may be two', { title, dueOn: 3.5 }, [[1, 'ledger.sheet-day-ambiguous']]],
    ['a state that nobody knows', { title, state: '飞行中' }, [[1, 'ledger.sheet-word-unknown']]],
    ['progress over 100', { title, progress: '120%' }, [[1, 'ledger.sheet-progress-wrong']]],
    [
      'closed on no day',
      { title, lead: '市交通委', state: '已办结' },
      [[2, 'ledger.sheet-closed-without-day']],
    ],
    ['work without a lead', { title, state: '进行中' }, [[1, 'ledger.sheet-state-needs-lead']]],
    [
      'a start after the end',
      { title, startOn: '2024-7-1', dueOn: '2024-6-1' },
      [[2, 'ledger.start-after-due']],
    ],
    [
      'several things at once',
      { title: '停', dueOn: '13月', lead: '甲局' },
      [
        [1, 'ledger.sheet-day-no-such-day'],
        [0, 'ledger.sheet-title-short'],
        [2, 'ledger.sheet-unit-unknown'],
      ],
    ],
  ])('%s', (_, cells, problems) => {
    expect(problemsOf(cells)).toEqual(problems)
  })

  it.each(['无', '公开', '普通', '非密', '否', '', '/'])('but not with the mark %j', (mark) => {
    expect(plan({ title, classification: mark || null }).kind).toBe('item')
  })
})
