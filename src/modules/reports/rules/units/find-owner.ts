import type { Register } from '../../../units/index.ts'
import type { ReadReport } from '../model.ts'
import { tagWords } from '../statements/text/segmenter.ts'

/** The city, county or district whose report it is: what 全市 and 我区 mean in it. Null when nothing tells. */
export function findOwner(report: ReadReport, register: Register | undefined): string | null {
  const counts = new Map<string, number>()
  let length = 0
  for (const article of report.articles) {
    const text = `${article.title ?? ''}\n${article.meeting?.name ?? ''}\n${article.body.folded.slice(0, 20_000)}`
    length += text.length
    const titled = TITLED.exec(article.title ?? article.body.folded.slice(0, 60))?.[1]
    if (titled && isPlaceName(titled, undefined) && !article.meeting?.speakingUnits.includes(titled))
      counts.set(titled, (counts.get(titled) ?? 0) + 2)
    for (const match of text.matchAll(GOVERNMENT)) {
      const name = match[1]!
      if (NOT_NAMES.test(name) || !isPlaceName(name, text[match.index - 1])) continue
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    if (length > 60_000) break
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0]
  const city = register?.city.name
  if (city && (!best || mentions(report, city))) return city
  return best?.[0] ?? null
}

/** 临河县2023年…, 临河县召开…: the title begins with whose report it is. */
const TITLED =
  /^(?:关于)?([一-龥]{2,8}?(?:新区|高新区|经开区|开发区|[市县区旗州]))(?=\d{4}|二〇|人民|政府|委|召开|举行|经济|上半年|今年|年度|一季度|三季度|第|关于|国民)/
const GOVERNMENT =
  /([一-龥]{1,4}?(?:新区|高新区|经开区|开发区|[省市县区旗州]))(?=党工委|管委会|人民政府|政府(?!工作报告)|委(?:常委|全会|书记|、|、区政府)|第[一二三四五六七八九十]{1,3}届)/g
const NOT_NAMES = /^(?:全|我|本|各|该|向|在|由|和|及|与|代表|副|原|现任|市$|区$|县$|任)/

/** A name that the dictionary knows as a place, or one that stands by itself after a mark. */
function isPlaceName(name: string, before: string | undefined): boolean {
  if (name.length < 2) return false
  const [first, ...others] = tagWords(name)
  if (others.length === 0 && first?.tag === 'ns') return true
  return (
    name.length >= 3 &&
    (before === undefined || /[^一-龥]/.test(before)) &&
    !/^[vpdc]/.test(first?.tag ?? 'v')
  )
}

function mentions(report: ReadReport, city: string): boolean {
  const bare = city.replace(/[省市县区旗州]$/, '')
  return report.articles.some((article) => article.body.folded.includes(bare))
}
