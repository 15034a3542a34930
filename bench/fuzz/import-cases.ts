import fc from 'fast-check'
import { adversarialText } from './adversarial-text.ts'
import { sheets } from './documents.ts'

/** One file handed to one importer. */
export interface ImportCase {
  kind: 'sdmx' | 'ledger' | 'indicators'
  fileName: string
  base64: string
}

const UNITS = [
  'qingdu',
  'wangxi',
  'jinting',
  'yunbo',
  'heting',
  'yanshi',
  'weizhou',
  'riverport',
  'nobody',
  '__proto__',
  '',
]
const NAMES = [
  '青渡区',
  '望溪区',
  '云泊新区',
  '泊江市',
  '市交通委',
  '市交通委、青渡区',
  '各区',
  '\u202e青渡区',
  '青渡 区',
]
const CODES = ['output', 'gdp', 'revenue', 'constructor', 'x', '']
const PERIODS = [
  '2024-01',
  '2024',
  '2024-Q1',
  '2024-13',
  '0000-00',
  '2024-M01',
  '9999-12',
  '2024年1月',
  '1—3月',
]
const VALUES = [
  '1',
  '12.50',
  '-3',
  '1e5',
  '1e999',
  'NaN',
  '1,234.5',
  '１２',
  '',
  '9'.repeat(60),
  `0.${'0'.repeat(50)}1`,
  '=1+1',
  '12%',
  '—',
  '\u0000',
]
const HEAD = 'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE'

const from = (...values: readonly string[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: adversarialText(6) })

const sdmxCsv = fc
  .record({
    head: fc.oneof(
      { weight: 6, arbitrary: fc.constant(HEAD) },
      { weight: 1, arbitrary: fc.shuffledSubarray(HEAD.split(',')).map((columns) => columns.join(',')) },
    ),
    lines: fc.array(
      fc.tuple(
        fc.constantFrom('dataflow', 'x'),
        fc.constantFrom('X:Y(1.0)', ''),
        fc.constantFrom('I', 'D', 'M', 'Z', ''),
        from(...UNITS),
        from(...CODES),
        from(...PERIODS),
        from(...VALUES),
      ),
      { maxLength: 8 },
    ),
  })
  .map(({ head, lines }) => [head, ...lines.map((cells) => cells.join(','))].join('\n'))

const leaf = fc.oneof(
  from(...VALUES, ...CODES, ...PERIODS),
  fc.constantFrom<unknown>(null, 0, -1, 1e308, [], {}, true),
)
const sdmxJson = fc
  .record({
    dimensions: fc.array(
      fc.record({
        id: from('REF_AREA', 'INDICATOR', 'TIME_PERIOD', 'toString'),
        values: fc.array(fc.record({ id: from(...UNITS, ...CODES), value: leaf }), { maxLength: 3 }),
      }),
      { maxLength: 4 },
    ),
    keys: fc.dictionary(
      fc.constantFrom('0', '0:0', '0:0:0', '9:9:9', '-1', '__proto__', 'a:b', '0:0:0:0:0'),
      fc.array(leaf, { maxLength: 3 }),
      { maxKeys: 4 },
    ),
    extra: fc.jsonValue({ maxDepth: 2 }),
  })
  .map(({ dimensions, keys, extra }) =>
    JSON.stringify({
      meta: extra,
      data: {
        structures: [{ dimensions: { observation: dimensions, series: [] }, attributes: {} }],
        dataSets: [{ structure: 0, action: 'Append', observations: keys, series: {} }],
      },
    }),
  )

const table = (head: readonly string[], cell: fc.Arbitrary<string>) =>
  fc
    .record({
      title: fc.constantFrom('', '2024年重点工作台账\n', '分区主要指标（亿元）\n'),
      head: fc.oneof(
        { weight: 5, arbitrary: fc.constant(head) },
        { weight: 1, arbitrary: fc.shuffledSubarray([...head]) },
      ),
      rows: fc.array(fc.array(cell, { minLength: head.length, maxLength: head.length }), { maxLength: 8 }),
    })
    .map(
      ({ title, head: chosen, rows }) =>
        title +
        ([chosen, ...rows] as (readonly string[])[]).map((cells) => cells.map(quoted).join(',')).join('\n'),
    )

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const ledgerTable = table(
  ['编号', '重点工作', '牵头单位', '配合单位', '完成时限', '办理状态', '完成进度', '最新进展'],
  from(
    '甲-1',
    '甲-2',
    '建设停车位',
    '编制规划',
    ...NAMES,
    '6月底前',
    '2024年3月31日',
    '2024-02-30',
    '长期',
    '已办结',
    '正在推进',
    '40%',
    '140%',
    '合计',
    '',
    '=1+1',
  ),
)
const indicatorTable = table(
  ['地区', '2024年1月', '2024年2月', '产值', 'output', '增速'],
  from(...NAMES, ...VALUES, ...PERIODS),
)

const textOf = (
  kind: ImportCase['kind'],
  fileName: string,
  content: fc.Arbitrary<string>,
): fc.Arbitrary<ImportCase> =>
  content.map((each) => ({ kind, fileName, base64: Buffer.from(each).toString('base64') }))
const file = (kind: ImportCase['kind']): fc.Arbitrary<ImportCase> =>
  sheets.map(({ kind: type, bytes }) => ({
    kind,
    fileName: `a.${type === 'ole' ? 'xls' : type}`,
    base64: Buffer.from(bytes).toString('base64'),
  }))

/** Tables and messages, nearly right and all wrong, for every importer. */
export const importCases: fc.Arbitrary<ImportCase> = fc.oneof(
  { weight: 8, arbitrary: textOf('sdmx', 'm.csv', sdmxCsv) },
  { weight: 5, arbitrary: textOf('sdmx', 'm.json', sdmxJson) },
  { weight: 1, arbitrary: file('sdmx') },
  { weight: 3, arbitrary: textOf('ledger', '台账.csv', ledgerTable) },
  { weight: 1, arbitrary: file('ledger') },
  { weight: 3, arbitrary: textOf('indicators', '分区.csv', indicatorTable) },
  { weight: 1, arbitrary: file('indicators') },
)
