import data from './measures.json' with { type: 'json' }

const MEASURES = new Set([...data.measures, ...data.perMeasures])
const LONGEST = Math.max(...[...MEASURES].map((measure) => measure.length))

/** Words that begin with a measure word and mean something else: `3个百分点`, `2级`, `五大`, `6点`. */
const NOT_A_MEASURE =
  /^(?:年|月|日|号|时|点|季度|世纪|周年|届|期|版|类|型|级|代|轮|线|分之|大|度电|人均|次会议|次全|部门|位数|面向|口径|本市|本地|名列|所有|处于|片区|块状|张榜|对口|组织|班子|口岸|道路|单位|单元|列入|列全|列居|口子)/

/** The longest measure word that stands at an offset, `''` when none does. */
export function matchMeasure(text: string, at: number): string {
  if (NOT_A_MEASURE.test(text.slice(at, at + 3))) return ''
  for (let length = Math.min(LONGEST, text.length - at); length > 0; length--) {
    const word = text.slice(at, at + length)
    if (MEASURES.has(word)) return word
  }
  return ''
}
