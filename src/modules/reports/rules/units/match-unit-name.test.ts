import { describe, expect, test } from 'vitest'
import { matchUnitName } from './match-unit-name.ts'
import { namedUnitsAt } from './named-units.ts'

const nobody = new Map()

describe('the suffix grammar of names', () => {
  test.each([
    ['柏川县实现增长', '柏川县'],
    ['柏川县委坚持', '柏川县'],
    ['柏川县人民政府召开', '柏川县'],
    ['青石镇推进', '青石镇'],
    ['东湖街道新建', '东湖街道'],
    ['市发展改革委员会牵头', '市发展改革委员会'],
    ['县教体局排查', '县教体局'],
    ['区委办公室印发', '区委办公室'],
    ['江航控股集团中标', '江航控股集团'],
    ['云岭自治县修路', '云岭自治县'],
  ])('%s begins with %s', (text, name) => expect(matchUnitName(text, 0, nobody)?.name).toBe(name))

  test.each([
    '全市经济增长',
    '落实市委要求',
    '健全市场体系',
    '社区服务改善',
    '确保航运中心建设',
    '各区推进',
    '农村饮水安全',
    '格局优化',
    '超市开业',
    '举办展会',
    '示范区建设',
    '县域经济壮大',
  ])('%s begins with no name', (text) => expect(matchUnitName(text, 0, nobody)).toBeNull())
})

describe('several units named together', () => {
  const named = (text: string) => namedUnitsAt(text, { start: 0, end: text.length }, nobody)

  test('a list of names, with 等N个乡镇 after it', () => {
    const text = '青石镇、白沙乡等5个乡镇进度滞后'
    expect(named(text)).toMatchObject({ units: ['青石镇', '白沙乡'], end: text.indexOf('进度') })
  })
  test('one name alone is no list', () => expect(named('青石镇进度滞后')).toBeNull())
})
