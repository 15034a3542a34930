/** First words that begin an article: 本报讯, agency datelines, a bracketed reporter, the address to a congress. */
const ARTICLE: readonly RegExp[] = [
  /^[（【〔]?本(?:报|刊|台|网|社|市|端)[^，。；]{0,18}(?:讯|专电|电|消息)(?![息子力视话台])/,
  /^[（【〔]?(?:新华社|中新社|中新网|人民网|新华网|央广网|央视网|中央社|[\u4e00-\u9fff]{2,6}(?:日报|晚报|时报|晨报|商报|新报|发布|新闻网?|融媒体?|在线))[^，。；]{0,20}(?:讯|专电|电|消息)(?![息子力视话台])/,
  /^[（【〔](?:(?:本报|本台|特约|首席|见习|通讯员|融媒体?|全媒体)*记者|通讯员|[^）】〕，。]{0,8}报道)[^，。）】〕]{0,24}[）】〕]/,
  /^(?:本报)?(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[^，。]{0,6})(?:讯|专电|电)(?![力视话子])/,
  /^各位(?:代表|委员)[：:，,]/,
]

/** Whether folded text begins an article by its very form. White space inside does not matter. */
export function opensArticle(text: string): boolean {
  const head = text.slice(0, 60).replace(/\s+/g, '')
  return ARTICLE.some((pattern) => pattern.test(head))
}

const SPEAKER =
  /^(?:会议|会上|大会|座谈会|全会|常委会|[\u4e00-\u9fff]{2,12})(?:还|最后|同时|就[^，。]{2,24}|对[^，。]{2,24}|结合[^，。]{2,24}|代表[^，。]{2,16})?(?:指出|强调|要求|认为|表示|说|提出|介绍|审议|原则|听取|研究|传达|决定|明确|部署|希望|感谢|逐一|分别)/

/** Whether folded text begins a paragraph as these reports do: who says it, where, or on what ground. */
export function opensParagraph(text: string): boolean {
  const head = text.slice(0, 40)
  return (
    opensArticle(text) ||
    SPEAKER.test(head) ||
    /^(?:据悉|据了解|根据|记者|在[^，。]{2,16}[，,]|市领导|区领导|县领导|省领导|[一二三四五六七八九十]是|[一二三四五六七八九十]要|此外|目前|今年以来|去年|“)/.test(
      head,
    )
  )
}

/** Words that cannot begin a paragraph: what stands before goes on. */
const BOUND =
  /^(?:[，。、；：！？）”》%]|但(?!愿)|并且|而且|从而|以及|的|了|和|与|及|等(?!级|待|额)|介绍道|介绍说|表示[，：]|指出[，：]|强调[，：]|说[，：]|称[，：]|坦言)/

/** Whether folded text can only continue a paragraph. */
export function continuesParagraph(text: string): boolean {
  return BOUND.test(text)
}

const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}\s*[、﹑.]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}\s*[、.](?!\d)|第[一二三四五六七八九十]{1,3}(?:部分|章|节|条)|[—─]{2,}(?!\s*(?:19|20)\d{2}年))/

/** Whether folded text is a numbered heading or a numbered paragraph. */
export function isNumbered(text: string): boolean {
  return NUMBERED.test(text)
}

/** Who says it, or the date of a lead: no headline begins so. */
export const SAID =
  /^(?:会议|大会|全会|座谈会|[\u4e00-\u9fff]{2,4})(?:还|最后|同时)?(?:指出|强调|要求|认为|表示|说)，|^(?:会上|座谈会上|会前|会后)，|^(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日|昨天|昨日|今天|今日|日前|近日)(?:上午|下午|晚)?，/
