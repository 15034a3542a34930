import type { Register } from '../../../units/index.ts'
import type { Article, ReadReport } from '../model.ts'
import { tagWords } from '../statements/text/segmenter.ts'
import { fold } from '../text/fold.ts'
import { issuingLines } from './issuing-lines.ts'
import type { KnownNames } from './known-names.ts'
import { matchUnitName } from './match-unit-name.ts'

/** How much of a body is looked through, and of all bodies together. */
const LONGEST_BODY = 20_000
const LONGEST_REPORT = 60_000

/**
 * Whose report it is, what 全市, 我区 and 我局 mean in it: the unit that its title begins with, or the place whose
 * party committee and government it names most, or the city of the register. Null when nothing tells.
 */
export function findOwner(
  report: ReadReport,
  register: Register | undefined,
  known: KnownNames,
): string | null {
  const titled = report.articles.map((article) => titledOwner(article, known)).find((name) => name !== null)
  if (titled) return titled
  const [best, times] = mostNamedPlace(report) ?? [null, 0]
  const city = register?.city.name
  if (city && times < 2 && mentions(report, city)) return city
  return best ?? ownWord(report)
}

const SELF = [/我[市区县旗州镇](?=[一-龥])/, /(?<=^|[，。；\n])全[市区县旗州](?=[一-龥])/]

/** 我区, or else 全区, where the report never names itself: the word as printed stands for the unit. */
function ownWord(report: ReadReport): string | null {
  const bodies = report.articles.map((article) => article.body.folded.slice(0, LONGEST_BODY))
  for (const self of SELF) {
    const word = bodies.map((body) => self.exec(body)?.[0]).find((each) => each !== undefined)
    if (word) return word
  }
  return null
}

/** 临河县2023年…总结, 市水务局关于…的报告: the title begins with whose report it is. */
function titledOwner(article: Article, known: KnownNames): string | null {
  const title = article.title ? fold(article.title) : article.body.folded.slice(0, 60)
  const start = /^[^一-龥\d]*(?:关于|中共|(?:19|20)\d{2}年度?|[一二三四]季度|上半年)*/.exec(title)![0].length
  const match = matchUnitName(title, start, known)
  if (!match || match.level === 'region' || article.meeting?.speakingUnits.includes(match.name)) return null
  if (!FOLLOWS_OWNER.test(title.slice(match.end))) return null
  return match.level === 'department' ? shortName(match.name, article.body.folded) : match.name
}

/** 江滨市文化局 is 市文化局 where the text calls it so. */
function shortName(name: string, body: string): string {
  const short = /(?<=[一-龥])[省市县区旗州][一-龥]{2,}$/.exec(name)?.[0]
  return short && body.slice(0, LONGEST_BODY).replaceAll(name, '').includes(short) ? short : name
}

const FOLLOWS_OWNER =
  /^(?:[（(]?(?:19|20)\d{2}|二〇|第|上半年|今年|年度|[一二三四]季度|前|召开|举行|关于|工作|国民|经济|总结|情况|半年|\d{1,2}月|各项|重点|民生|党组|全面|统计|简报|信息|政府工作报告|通报|督查|与[^，。]{2,30}(?:签|合作|共建|战略))/

function mostNamedPlace(report: ReadReport): [string, number] | null {
  const speaking = new Set(report.articles.flatMap((article) => article.meeting?.speakingUnits ?? []))
  const counts = new Map<string, number>()
  const count = (text: string) => {
    for (const match of text.matchAll(GOVERNMENT)) {
      const name = match[1]!
      if (speaking.has(name) || NOT_NAMES.test(name)) continue
      if (!isPlaceName(name, text[match.index - 1])) continue
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  for (const line of issuingLines(report.received)) {
    const name = ISSUES.exec(line)?.groups?.place
    if (name && !speaking.has(name) && !NOT_NAMES.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  let length = 0
  for (const article of report.articles) {
    const text = `${fold(article.title ?? '')}\n${fold(article.meeting?.name ?? '')}\n${article.body.folded.slice(0, LONGEST_BODY)}`
    length += text.length
    count(text)
    if (length > LONGEST_REPORT) break
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0] ?? null
}

/** The lines of an office: 中共临河县委督查室, 临河县人民政府文件, 临河县统计局. */
const ISSUES =
  /^(?:中共)?(?<place>[一-龥]{2,6}?(?:新区|开发区|高新区|[省市县区旗州镇乡]))(?:委|人民政府|政府|党工委|管委会|[一-龥]{2,8}(?:局|办公室))[一-龥]{0,12}(?:[（〔(\d]|$)/

const GOVERNMENT =
  /([一-龥]{1,4}?(?:新区|高新区|经开区|开发区|[省市县区旗州]))(?=[省市县区旗州]长|党工委|管委会|人民政府|政府(?!工作报告)|委(?:常委|全会|书记|办公室|督查室|[省市县区旗州]?政府|、[省市县区旗州]?政府)|(?:统计|发展|财政)[一-龥]{0,4}局|第[一二三四五六七八九十]{1,3}届)/g
const NOT_NAMES =
  /[委报日月年前后]|^(?:全|我|本|各|该|向|在|由|和|及|与|代表|副|原|现任|市$|区$|县$|任)|[省市县区旗州]区$|区区$/

/** A name that the dictionary knows as a place, or one that stands by itself after a mark. */
function isPlaceName(name: string, before: string | undefined): boolean {
  if (name.length < 2) return false
  const [first, ...others] = tagWords(name)
  if (others.length === 0 && first?.tag === 'ns') return true
  const isAlone = before === undefined || /[^一-龥]/.test(before)
  return name.length >= 3 && isAlone && ![first, ...others].some((word) => /^[vpdca]/.test(word?.tag ?? 'v'))
}

function mentions(report: ReadReport, city: string): boolean {
  const bare = city.replace(/[省市县区旗州]$/, '')
  return report.articles.some((article) => article.body.folded.includes(bare))
}
