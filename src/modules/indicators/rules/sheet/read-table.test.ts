import { describe, expect, it } from 'vitest'
import { gridOf, readTable } from './testing.ts'

const YEAR_2023 = 120231231
const YEAR_2024 = 120241231
const TO_NOVEMBER = 520241130

describe('A table of statistics', () => {
  it('of units down and periods across, with lines above and notes below', () => {
    const { proposal, values, problems, marks } = readTable(
      gridOf(
        [
          '数据库：分区年度数据',
          '指标：地区生产总值(亿元)',
          '时间：最近2年',
          '地区|2024年|2023年',
          '青渡区|1,234.5|1,100.0',
          '望汐区|98.1①|—',
          '锦汀区||0',
          '注：1.2023年为最终核实数。',
          '　　　2.①含飞地。',
          '数据来源：市统计局',
        ].join('\n'),
      ),
    )
    expect(proposal.mapping).toMatchObject({
      layout: 'units-by-periods',
      firstHeadingRow: 4,
      lastHeadingRow: 4,
      table: { indicator: '地区生产总值', measure: '亿元' },
    })
    expect(proposal.unsaid).toEqual([])
    expect(problems).toEqual([])
    expect(values).toEqual([
      `1 ${YEAR_2024} 2 1234.5 @B5`,
      `1 ${YEAR_2023} 2 1100 @C5`,
      `1 ${YEAR_2024} 3 98.1 @B6`,
      `1 ${YEAR_2023} 3 null @C6`,
      `1 ${YEAR_2023} 4 0 @C7`,
    ])
    expect(marks).toEqual(['3 ①'])
  })

  it('whose headings point to footnotes, before and behind the unit of measure', () => {
    const { proposal, values, problems } = readTable(
      gridOf(
        [
          '2024年各区主要指标',
          '地区|地区生产总值①（亿元）|一般公共预算收入（亿元）②',
          '青渡区|12|3',
          '望汐区|11|2',
          '注：①为初步核算数。',
        ].join('\n'),
      ),
    )
    expect(problems).toEqual([])
    expect(values).toHaveLength(4)
    expect(proposal.head.headings[1]).toEqual(['地区生产总值(亿元)'])
  })

  it('of months down, their sum below them, and units across', () => {
    const { values, problems } = readTable(
      gridOf(
        ['2024年下半年地区生产总值', '月份|青渡区|望汐区', '7月|1|2', '8 月|3|4', '合 计|4|6'].join('\n'),
      ),
    )
    expect(problems).toEqual([])
    expect(values).toEqual([
      '1 420240731 2 1 @B3',
      '1 420240731 3 2 @C3',
      '1 420240831 2 3 @B4',
      '1 420240831 3 4 @C4',
    ])
  })

  it.each([
    ['月份', '3月', 420240331],
    ['月', '三月', 420240331],
    ['季度', '一季度', 320240331],
  ])('of years in one column and %s in another (%s)', (heading, text, period) => {
    const { values, problems } = readTable(
      gridOf(
        [
          `单位名称|年份|${heading}|指标|数值|计量单位`,
          `青渡区|2024年|${text}|地区生产总值|12|亿元`,
          `望汐区|2024年|${text}|地区生产总值|11|亿元`,
        ].join('\n'),
      ),
    )
    expect(problems).toEqual([])
    expect(values).toEqual([`1 ${period} 2 12 @E2`, `1 ${period} 3 11 @E3`])
  })

  it('of units down and indicators across in two lines, the period in the title, growth beside its level', () => {
    const { proposal, values, asides, problems } = readTable(
      gridOf(
        [
          '2024年1-11月各区主要经济指标',
          '||||单位：万元',
          '地区|地区生产总值||一般公共预算收入|',
          '|总量|同比（%）|总量|同比（%）',
          '甲|1|2|3|4',
          '合　计|300000|5.1|2000|3.2',
          '　青渡区|200000|5.0|1000|3.0',
          '　望汐|100000|5.3|1000|—',
        ].join('\n'),
      ),
    )
    expect(proposal.mapping).toMatchObject({
      layout: 'units-by-indicators',
      firstHeadingRow: 3,
      lastHeadingRow: 5,
      table: { measure: '万元', period: '2024-01/2024-11' },
    })
    expect(problems).toEqual([])
    expect(values).toEqual([
      `1 ${TO_NOVEMBER} 1 30 @B6`,
      `3 ${TO_NOVEMBER} 1 0.2 @D6`,
      `1 ${TO_NOVEMBER} 2 20 @B7`,
      `3 ${TO_NOVEMBER} 2 0.1 @D7`,
      `1 ${TO_NOVEMBER} 3 10 @B8`,
      `3 ${TO_NOVEMBER} 3 0.1 @D8`,
    ])
    expect(asides).toContain(`growth-year 1 ${TO_NOVEMBER} 2 5 @C7`)
    expect(asides).toHaveLength(5)
  })

  it('of two headings one above the other: periods over indicators', () => {
    const { proposal, values } = readTable(
      gridOf(
        [
          '地区|2023年||2024年|',
          '|地区生产总值(亿元)|常住人口(万人)|地区生产总值(亿元)|常住人口(万人)',
          '青渡区|1|2|3|4',
        ].join('\n'),
      ),
    )
    expect(proposal.mapping.layout).toBe('units-by-indicators-and-periods')
    expect(values).toEqual([
      `1 ${YEAR_2023} 2 1 @B3`,
      `2 ${YEAR_2023} 2 2 @C3`,
      `1 ${YEAR_2024} 2 3 @D3`,
      `2 ${YEAR_2024} 2 4 @E3`,
    ])
  })

  it('of indicators down with their measures, parts beneath their whole', () => {
    const correct = (mapping: Parameters<Parameters<typeof readTable>[1] & object>[0]) => ({
      ...mapping,
      table: { ...mapping.table, unit: '泊江市' },
    })
    const { proposal, values, problems } = readTable(
      gridOf(
        [
          '指标|单位|2023年|2024年|增长%',
          '地区生产总值|亿元|100|110|10',
          '  其中：第一产业|万元|10000|20000|100',
          '常住人口|万人|5|6|20',
        ].join('\n'),
      ),
      correct,
    )
    expect(proposal.mapping.layout).toBe('indicators-by-periods')
    expect(proposal.unsaid).toEqual(['unit'])
    expect(problems).toEqual([])
    expect(values).toEqual([
      `1 ${YEAR_2023} 1 100 @C2`,
      `1 ${YEAR_2024} 1 110 @D2`,
      `5 ${YEAR_2023} 1 1 @C3`,
      `5 ${YEAR_2024} 1 2 @D3`,
      `2 ${YEAR_2023} 1 5 @C4`,
      `2 ${YEAR_2024} 1 6 @D4`,
    ])
  })

  it('of periods down and units across', () => {
    const { proposal, values } = readTable(
      gridOf('常住人口（万人）\n时间|青渡区|望汐区\n2023年|1|2\n2024年|3|4'),
    )
    expect(proposal.mapping).toMatchObject({
      layout: 'periods-by-units',
      table: { indicator: '常住人口', measure: '万人' },
    })
    expect(values).toEqual([
      `2 ${YEAR_2023} 2 1 @B3`,
      `2 ${YEAR_2023} 3 2 @C3`,
      `2 ${YEAR_2024} 2 3 @B4`,
      `2 ${YEAR_2024} 3 4 @C4`,
    ])
  })

  it('that is long, with year and month apart', () => {
    const { proposal, values } = readTable(
      gridOf(
        '地区|年份|月份|指标|数值|计量单位\n青渡区|2024|1|常住人口|15000|人\n青渡区|2024|2|常住人口|1.6|万人',
      ),
    )
    expect(proposal.mapping.layout).toBe('long')
    expect(values).toEqual(['2 420240131 2 1.5 @E2', '2 420240229 2 1.6 @E3'])
  })

  it('in blocks headed by their indicator', () => {
    const { values, problems } = readTable(
      gridOf(
        '地区|2023年|2024年\n一、地区生产总值（亿元）\n青渡区|1|2\n二、常住人口（人）\n青渡区|30000|40000',
      ),
    )
    expect(problems).toEqual([])
    expect(values).toEqual([
      `1 ${YEAR_2023} 2 1 @B3`,
      `1 ${YEAR_2024} 2 2 @C3`,
      `2 ${YEAR_2023} 2 3 @B5`,
      `2 ${YEAR_2024} 2 4 @C5`,
    ])
  })

  it('whose values look like years is no heading', () => {
    const { proposal, values } = readTable(
      gridOf('常住人口（万人）\n地区|2023|2024\n青渡区|2001|1999\n望汐区|1998|2003'),
    )
    expect(proposal.mapping.lastHeadingRow).toBe(2)
    expect(values).toHaveLength(4)
  })

  it('says of each cell that cannot be read where it stands and why', () => {
    const { problems } = readTable(
      gridOf(
        [
          '地区|地区生产总值(亿元)|常住人口(亿元)|城镇登记失业率(%)|粮食产量(吨)',
          '青渡区|约120|1|4.5%|',
          '无此区|12|1||',
          '望汐区|12%|||5',
        ].join('\n'),
      ),
      (mapping) => ({ ...mapping, table: { ...mapping.table, period: '2024' } }),
    )
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 1, 'indicators.sheet-value-approximate'],
      [2, 2, 'indicators.sheet-measure-differs'],
      [3, 0, 'indicators.sheet-unit-unknown'],
      [3, 2, 'indicators.sheet-measure-differs'],
      [4, 1, 'indicators.sheet-percent-in-level'],
      [4, 4, 'indicators.sheet-indicator-unknown'],
    ])
  })

  it('names what a person says of unknown names', () => {
    const { values, problems } = readTable(
      gridOf('地区|GDP(亿元)|粮食(吨)\n老城|12|1\n外地|5|1'),
      (mapping) => ({
        ...mapping,
        table: { ...mapping.table, period: '2024' },
        indicatorNames: { GDP: '地区生产总值', 粮食: null },
        unitNames: { 老城: 3, 外地: null },
      }),
    )
    expect(problems).toEqual([])
    expect(values).toEqual([`1 ${YEAR_2024} 3 12 @B2`])
  })

  it('in blocks of which only the first row names the unit', () => {
    const { values, problems } = readTable(
      gridOf(
        '地区|指标|2022年|2023年\n青渡区|地区生产总值（亿元）|1|2\n|常住人口（万人）|3|4\n望汐区|地区生产总值（亿元）|5|6',
      ),
    )
    expect(problems).toEqual([])
    expect(values.slice(2, 4)).toEqual([`2 ${120221231} 2 3 @C3`, `2 ${YEAR_2023} 2 4 @D3`])
  })

  it('whose columns speak of this month and of the year so far, by the month that a person names', () => {
    const text = '指标名称|计量单位|本月|1-本月累计|累计同比±%\n一般公共预算收入|亿元|10|100|11.1'
    const { proposal, values, asides } = readTable(gridOf(text), (mapping) => ({
      ...mapping,
      table: { ...mapping.table, period: '2024-11', unit: '泊江市' },
    }))
    expect(proposal.unsaid).toEqual(['unit', 'period'])
    expect(values).toEqual(['3 420241130 1 10 @C2', `3 ${TO_NOVEMBER} 1 100 @D2`])
    expect(asides).toEqual([`growth-year 3 ${TO_NOVEMBER} 1 11.1 @E2`])
  })

  it('with forms about it above: who filled it in, and when; two measures at once', () => {
    const { proposal, values } = readTable(
      gridOf(
        '财政收支\n制表单位：市财政局||2024年12月5日|单位：亿元、%\n地区|1月|1-2月|同比\n青渡区|1|2|3.0',
      ),
      (mapping) => ({ ...mapping, table: { ...mapping.table, indicator: '一般公共预算收入' } }),
    )
    expect(proposal.mapping.table).toMatchObject({ measure: '亿元', indicator: '财政收支' })
    expect(values).toEqual(['3 420240131 2 1 @B4', '3 520240229 2 2 @C4'])
  })

  it('of another quarter has the same signature, one of other columns another', () => {
    const signature = (text: string) => readTable(gridOf(text)).proposal.signature
    expect(signature('地区|2024年1-11月|2023年1-11月\n青渡区|1|2')).toBe(
      signature('地区|2025年1-2月|2024年1-2月\n青渡区|1|2'),
    )
    expect(signature('地区|2024年|增速\n青渡区|1|2')).not.toBe(signature('地区|2024年\n青渡区|1'))
  })
})
