import type { Range } from '../../model.ts'
import { matchUnitName } from '../../units/match-unit-name.ts'
import type { Reading, ReadSentence } from '../reading.ts'
import { splitList } from '../text/split-list.ts'
import type { Shortcoming } from './shortcoming.ts'

const WHO = '(?:单位|街道|部门|乡镇|镇街|街镇|县区|区县|县市区|地区|企业|园区|有关单位)?'
/** 满意率低于90%的有…, 响应率后三位的单位是…: the fault stands first, those who have it after. */
const FAULT = new RegExp(
  `^(?<matter>[^，。；：]{2,20}?)(?:排名|排在|位居|位列|居)?(?:低于[^，]{1,12}?|全?[市县区省]?后[三四五十\\d]{1,2}位|倒数[前后]?[三五十\\d]*位?|末位|末尾|靠后|不达标|未达标|未完成(?:任务|目标)?|滞后|较慢|偏低|较低)的${WHO}(?:分别)?(?:是|有|为|包括)：?`,
)
const NOBODY = new Map()

/** Faults that name those who have them in a list: one entry for each unit (GUIDELINES §7). */
export function listedFaults(reading: Reading, sentence: ReadSentence): Shortcoming[] {
  const { folded } = reading.article.body
  return sentence.clauses.flatMap((clause) => {
    const match = FAULT.exec(folded.slice(clause.start, clause.end))
    if (!match) return []
    const list = { start: clause.start + match[0].length, end: clause.end }
    const units = unitsOf(folded, list)
    if (units.length === 0) return []
    const item = { start: clause.start, end: clause.start + match.groups!.matter!.length }
    const quote = { start: clause.start, end: clause.end }
    return [{ items: [item], quote, rule: 'shortfall.listed-units', confidence: 0.85, units }]
  })
}

function unitsOf(folded: string, list: Range): string[] {
  const units: string[] = []
  for (const item of splitList(folded, list, ['、', '和', '及', '与'])) {
    const match = matchUnitName(folded, item.start, NOBODY)
    if (!match) break
    units.push(match.name)
  }
  return units
}
