import { describe, expect, test } from 'vitest'
import { readArticle } from '../statements/find-statements.ts'
import { reportOf, type TestReading } from '../statements/testing.ts'
import { findOwner } from './find-owner.ts'
import { gatherKnownNames } from './known-names.ts'

/** The units at the end of every clause, several joined by +, and what repeats left out. */
function unitsOf(text: string, options: TestReading = {}): string {
  const report = reportOf(text, options)
  const known = gatherKnownNames(report, undefined)
  const owner = findOwner(report, undefined, known)
  const reading = readArticle(report.articles[0]!, '2024-04', { known, owner, rows: [] })
  const units = reading.sentences
    .flatMap((sentence) => sentence.clauses)
    .map((clause) => {
      const turn = reading.units.at(clause.end - 1)
      return [turn.unit ?? '-', ...(turn.others ?? [])].join('+')
    })
  return units.filter((unit, i) => unit !== units[i - 1]).join(' ')
}

const notice = { kind: 'inspection-notice' } as const

describe('units open where they are the subject', () => {
  test.each([
    ['青柳镇养老服务满意度97.2%，居全县首位。', '青柳镇'],
    ['苇湖乡的签约率为88%。', '苇湖乡'],
    ['青柳镇公厕改建完工；苇湖乡公厕改建未开工；桃源街道另行上报。', '青柳镇 苇湖乡 桃源街道'],
    ['上半年，全县入库项目41个；青柳镇入库项目6个，占全县的15%；苇湖乡入库项目2个。', '全县 青柳镇 苇湖乡'],
    ['一季度青柳镇税收增长9%。', '青柳镇'],
    ['其中，县水利局办结12件。', '县水利局'],
    ['县粮食和储备局收储玉米3万吨。', '县粮食和储备局'],
    ['县法院结案率93%。县总工会慰问职工800人。', '县法院 县总工会'],
    ['滨河经济区、南岭高新技术产业开发区投资增长。', '滨河经济区+南岭高新技术产业开发区'],
    ['青柳鎮稅收增長9%；葦湖鄉稅收下降2%。', '青柳镇 苇湖乡'],
    ['【青柳镇】税收增长9%。\n【苇湖乡】税收下降2%。', '青柳镇 苇湖乡'],
    ['青柳镇与苇湖乡合办花会，游客2万人次。', '青柳镇'],
    ['青柳镇与苇湖乡均获表扬。', '青柳镇+苇湖乡'],
    ['我县位次前移，比邻县高2位。', '我县'],
    ['与去年同期相比，我县位次前移。', '- 我县'],
  ])('%s', (text, units) => expect(unitsOf(text)).toBe(units))

  test.each([
    ['青柳镇、县水利局未报方案，县教育局迟报。', '青柳镇+县水利局 县教育局'],
    ['青柳镇逾期3件；县水利局退件2件；苇湖乡超时1件。', '青柳镇 县水利局 苇湖乡'],
    ['（一）超期。县水利局超期2件。\n（二）其他。抽查200处。', '- 县水利局 -'],
    ['市住房和城乡建设局、市自然资源和规划局受理最多。', '市住房和城乡建设局+市自然资源和规划局'],
    ['县水利局回复及时，供电公司重复来电多。', '县水利局 供电公司'],
    ['全县受理来电3000件。我县排名上升。', '- 我县'],
  ])('in a notice: %s', (text, units) => expect(unitsOf(text, notice)).toBe(units))
})

describe('what opens nothing', () => {
  test.each([
    '工业强县步伐加快。',
    '文化大市建设提速，历史名镇焕新。',
    '贫困县退出，示范乡建成。',
    '各县区积极行动，各乡镇抓紧落实。',
    '县委县政府高度重视，县委、县政府专题研究。',
    '市政府和区两级联动。',
    '党委政府齐抓共管。',
    '市民服务中心启用，区域中心成形。',
    '较青柳镇高3位，与苇湖乡持平。',
    '向青柳镇拨款30万元。',
    '在苇湖乡召开现场会。',
    '支持苇湖乡修渠。',
    '青柳镇至苇湖乡公路通车。',
    '青柳镇境内有水库4座。',
    '县统计局数据显示，粮食增产。',
    '经市督查考核办公室核查，情况属实。',
    '供销体系健全，乡村面貌一新。',
  ])('%s', (text) => expect(unitsOf(text, notice)).toBe('-'))

  test('another unit named inside the section of one that spoke', () => {
    const options = { speakingUnits: ['青柳镇', '苇湖乡'] }
    expect(unitsOf('青柳镇修渠。\n县水利局支持建闸，桃源街道参与。苇湖乡植树。', options)).toBe(
      '青柳镇 苇湖乡',
    )
  })
  test('who reported in writing', () => {
    expect(unitsOf('青柳镇、苇湖乡作大会交流发言，县财政局书面汇报。')).toBe('-')
  })
})
