const BYLINE: readonly RegExp[] = [
  /^[”’）》].{0,20}$|^.{0,16}(?:门户网站|官方网站|新闻网)$/,
  /^[（(]?(?:19|20)\d{2}[年./-]\d{1,2}[月./-]\d{1,2}日?(?:\s*星期.|\s*\d{1,2}:\d{2}(?::\d{2})?)?(?:\s*(?:来源|作者|第).{0,30})?[）)]?$/,
  /^[（(]?(?:[—─]{2,}\s*)?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日\s*(?:在|于|[\u4e00-\u9fff]{2,20}第).{4,40}(?:会议|大会|全会)(?:上)?[）)]?$/,
  /^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日.{0,4}[）)]$/,
  /^[^，。：]{0,14}(?:代|副)?(?:市长|区长|县长|省长|州长|镇长|乡长|主席|主任|书记)\s*\S{2,4}$/,
  /^[\u4e00-\u9fff]{2,8}(?:日报|晚报|时报|早报|晨报)(?:\s.{0,40})?$/,
  /^(?:第\s*\d{1,3}\s*(?:版|期)|[A-D]?\d{1,2}\s*版)(?:\s*[\u4e00-\u9fff]{2,6})?$/,
  /^(?:要闻|综合新闻|头版|本市要闻|时政|政务|新闻)(?:\s*\d{1,2})?$/,
  /^[（(]?(?:本报|特约|通讯员|首席)*记者\s*[\u4e00-\u9fff·、\s]{2,24}[）)]?$|^通讯员\s*[\u4e00-\u9fff、\s]{2,20}$/,
  /^\S{0,12}〔?（?(?:19|20)\d{2}）?〕?\s*(?:第)?\s*\d{1,4}\s*号$/,
]

const OFFICE =
  /^(?!.*(?:打造|推动|开创|全面|关于|召开|举行))(?:中共)?[\u4e00-\u9fff]{0,8}(?:[市区县省州镇乡委]|党工委|管委会)[\u4e00-\u9fff、]{0,16}(?:人民政府|政府|办公[室厅]|督查室|督查组|委员会|指挥部|领导小组)$/

/** Whether a folded headline line is the office that issues the paper. */
export function isIssuingOffice(text: string): boolean {
  return OFFICE.test(text.replace(/\s+/g, ''))
}

const TITLE_WITH_SESSION = /^(.*?)(?<!\s)\s*(?<![—─])[—─]{2,}\s*(?=(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)/

/** Length of the headline in a folded line that goes on with session, date and author: `工作报告 ——2009年1月13日在…`. */
export function headlineLength(text: string): number {
  return TITLE_WITH_SESSION.exec(text)?.[1]?.length ?? text.length
}

/** Whether a folded headline line only names date, session, paper, page, office number or author. */
export function isByline(text: string): boolean {
  const plain = text.trim()
  return plain.length <= 70 && BYLINE.some((pattern) => pattern.test(plain))
}
