import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readList, writeList } from './list-text.ts'
import { splitUnitNames } from './split-unit-names.ts'

const UNITS: Readonly<Record<string, string>> = {
  市交通委: 'T',
  市公安局: 'P',
  市财政局: 'F',
  财政局: 'F',
  市规划和自然资源局: 'N',
  '市委、市政府办公室': 'O',
  市发展改革委: 'D',
  '市发展改革委（市粮食局）': 'D',
  青渡区: 'Q',
}
const split = (cell: string) => {
  const { unitIds, supportingIds, words, unresolved } = splitUnitNames(cell, (name) => UNITS[name])
  return [unitIds.join(''), supportingIds.join(''), words.join('|'), unresolved.join('|')]
}

describe('a cell of units', () => {
  it.each([
    ['市交通委', 'T', '', '', ''],
    ['市交通委、市公安局', 'TP', '', '', ''],
    ['市交通委，市公安局;市财政局', 'TPF', '', '', ''],
    ['市交通委/市公安局', 'TP', '', '', ''],
    ['市交通委\n市公安局', 'TP', '', '', ''],
    ['市交通委 市公安局', 'TP', '', '', ''],
    ['市交通委和市公安局', 'TP', '', '', ''],
    ['市交通委会同市公安局及财政局', 'TPF', '', '', ''],
    ['市规划和自然资源局', 'N', '', '', ''],
    ['市规划和自然资源局和市交通委', 'NT', '', '', ''],
    ['市委、市政府办公室', 'O', '', '', ''],
    ['市交通委、市委、市政府办公室、青渡区', 'TOQ', '', '', ''],
    ['1.市交通委\n2.市公安局', 'TP', '', '', ''],
    ['（1）市交通委（2）', 'T', '', '', ''],
    ['①市交通委\n②市公安局', 'TP', '', '', ''],
    ['市交通委（配合：市公安局、市财政局）', 'T', 'PF', '', ''],
    ['牵头：市交通委；配合：市公安局、市财政局', 'T', 'PF', '', ''],
    ['牵头单位：市交通委\n配合单位：市公安局', 'T', 'P', '', ''],
    ['市交通委牵头，市公安局、市财政局配合', 'T', 'PF', '', ''],
    ['市发展改革委（市粮食局）', 'D', '', '', ''],
    ['市交通委（张处长）', 'T', '', '', ''],
    ['各区', '', '', '各区', ''],
    ['市交通委、各区、相关单位', 'T', '', '各区|相关单位', ''],
    ['市交通委等部门', 'T', '', '', ''],
    ['市交通委、没有这个局', 'T', '', '', '没有这个局'],
    ['市交通委和没有这个局', '', '', '', '市交通委和没有这个局'],
    ['市交通委、市交通委', 'T', '', '', ''],
    ['', '', '', '', ''],
  ])('%j', (cell, units, supporting, words, unresolved) => {
    expect(split(cell)).toEqual([units, supporting, words, unresolved])
  })

  it('names nobody twice and loses no name, in whatever order and with whatever marks', () => {
    const name = fc.constantFrom('市交通委', '市公安局', '市规划和自然资源局', '各区', '不存在局')
    const mark = fc.constantFrom('、', '，', '；', '\n', ',')
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 6 }), mark, (names, joint) => {
        const found = splitUnitNames(names.join(joint), (each) => UNITS[each])
        const distinct = new Set(names)
        expect(found.unitIds).toHaveLength([...distinct].filter((each) => UNITS[each]).length)
        expect(found.words).toEqual(distinct.has('各区') ? ['各区'] : [])
        expect(found.unresolved).toEqual(distinct.has('不存在局') ? ['不存在局'] : [])
      }),
    )
  })
})

it('a list in a cell is read as it was written, whatever its texts hold', () => {
  const text = fc.string({ unit: fc.constantFrom(...'、，,；;\n\\甲a ') }).map((each) => each.trim())
  fc.assert(
    fc.property(fc.uniqueArray(text.filter((each) => each !== '')), (texts) => {
      expect(readList(writeList(texts))).toEqual(texts)
    }),
  )
})
