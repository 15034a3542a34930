import { type CellObject, utils } from '@e965/xlsx'
import { otherSheet, otherWorkbook } from '../../src/platform/sheets/testing.ts'

type Value = string | number | CellObject | null

const HEAD: readonly (readonly Value[])[] = [
  ['2026年度重点工作任务分解表'],
  ['填报单位：办公室', null, null, null, null, null, null, null, '单位：项'],
  ['序号', '重点工作', '责任分工', null, '完成时限', '办理情况', null, null, '经办同志'],
  [null, null, '牵头单位', '配合单位', null, '状态', '进度', '最新进展', null],
]

const MERGES = ['A1:I1', 'A3:A4', 'B3:B4', 'C3:D3', 'E3:E4', 'F3:H3', 'I3:I4']

/** 30 June 2026 as Excel keeps it. */
const SERIAL: CellObject = { t: 'n', v: 46203, z: 'yyyy"年"m"月"d"日"' }
const share = (fraction: number): CellObject => ({ t: 'n', v: fraction, z: '0%' })

const ROWS: readonly (readonly Value[])[] = [
  [
    '甲-1',
    '老旧小区电梯加装一百台',
    '浦东新区、徐汇区',
    '市住房城乡建设管理委',
    '9月底前',
    '正在推进',
    share(0.4),
    '已加装四十台',
    '小河',
  ],
  ['甲-2', '河道排口整治', '市水务局（配合：市生态环境局）', null, '2026.6.30', '未启动', null, null, null],
  ['甲-3', '社区食堂新增二十家', '市民政局', '各区', SERIAL, null, null, null, '小湖'],
  ['甲-4', '公交线路优化十条', '市交通委和市公安局', null, '三季度末', null, null, null, null],
]
const WRONG: readonly Value[] = [
  '甲-5',
  '滨江步道贯通',
  '河湖中心',
  null,
  '2月30日',
  null,
  null,
  null,
  '小溪',
]
const RIGHT: readonly Value[] = [
  '甲-5',
  '滨江步道贯通',
  '河湖中心',
  null,
  '2026年12月',
  null,
  null,
  null,
  '小溪',
]
const TOTAL: readonly Value[] = ['合计', '5项']

/** A table as an office keeps it: a page of instructions before it, merged titles, a heading of two rows, words for days. */
export function messySheet({ isRight = false } = {}): { name: string; mimeType: string; buffer: Buffer } {
  const rows = [...HEAD, ...ROWS, isRight ? RIGHT : WRONG, TOTAL]
  const book = otherWorkbook({
    填表说明: sheetOf([['填表说明'], ['一、本表由牵头单位填写，每月底前报送']]),
    任务分解表: sheetOf(rows, MERGES),
  })
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name: '重点工作任务分解表.xlsx', mimeType, buffer: Buffer.from(book) }
}

/** So many rows that checking them takes a while. */
export function longSheet(rows: number): { name: string; mimeType: string; buffer: Buffer } {
  const lines = Array.from({ length: rows }, (_, at) => `长-${at + 1},整治第${at + 1}处,徐汇区,2026-12-31`)
  const text = ['编号,事项,牵头单位,完成时限', ...lines].join('\r\n')
  return { name: '长表.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
}

function sheetOf(rows: readonly (readonly Value[])[], merges: readonly string[] = []) {
  const cells = rows.flatMap((row, r) =>
    row.flatMap((value, c) =>
      value === null ? [] : [[utils.encode_cell({ r, c }), cellOf(value)] as const],
    ),
  )
  return otherSheet(Object.fromEntries(cells), { '!merges': merges.map((each) => utils.decode_range(each)) })
}

const cellOf = (value: Exclude<Value, null>): CellObject =>
  typeof value === 'object' ? value : { t: typeof value === 'number' ? 'n' : 's', v: value }
