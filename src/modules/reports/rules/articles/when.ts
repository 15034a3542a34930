/** When a meeting was held, as reports say it: source of a regular expression, one word. */
export const WHEN =
  '(?:昨天|昨日|昨晚|今天|今日|前天|前日|近日|近期|日前|同日|当天|当日|(?:本|上)?周[一二三四五六日]|星期[一二三四五六日]|(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日|\\d{1,2}日|上午|下午|晚上?)'
