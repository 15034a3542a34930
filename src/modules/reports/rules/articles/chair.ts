import { WHEN } from './when.ts'

const OFFICE =
  '(?:书记|市长|区长|县长|州长|盟长|旗长|省长|主席|主任|局长|部长|厅长|司长|组长|秘书长|总理|镇长|乡长|院长|委员|常委|董事长|总经理|巡视员|总指挥|指挥长|会长|召集人|负责人|同志|领导)'
const TIME = `(?:${WHEN}|在[^，。]{2,10}分会场)`
const NAME = '([\\u4e00-\\u9fff·]{2,4}?)'
const WHAT = '(?:了|并|召开|会议|[^。]{0,30}会|(?=[。，；]))'

const RULES: readonly RegExp[] = [
  new RegExp(`会议由[\\u4e00-\\u9fff、]{0,24}${OFFICE}${NAME}(?:同志)?主持`),
  /会议由([\u4e00-\u9fff]{2,12}?)(?:同志)?主持/,
  new RegExp(`${OFFICE}${NAME}(?:同志)?${TIME}*主持${WHAT}`),
  new RegExp(`(?:^|[，。；：])${NAME}(?:同志)?${TIME}*主持${WHAT}`),
  new RegExp(`(?:^|[，。；：、])([\\u4e00-\\u9fff]{1,12}${OFFICE})(?:同志)?${TIME}*主持${WHAT}`),
]

/** Who is said to chair, by name without office as printed (by office where no name is); null when nobody is. */
export function meetingChair(body: string, headlines: readonly string[]): string | null {
  const sentences = body.split(/(?<=[。\n])/).filter((sentence) => sentence.includes('主持'))
  for (const text of [...sentences, ...headlines]) {
    if (/总书记[^，]{0,10}主持|主持(?:工作|人|了?(?:审议|编制|研制|制定))/.test(text)) continue
    for (const rule of RULES) {
      const name = rule.exec(text)?.[1]
      if (name && !/^(?:会议|昨天|今天|并|受|由|上午|下午|还|也|共同|亲自|继续)/.test(name))
        return name.replace(/^(?:同志)/, '')
    }
  }
  return null
}
