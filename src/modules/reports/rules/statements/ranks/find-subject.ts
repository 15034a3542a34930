import type { Range } from '../../model.ts'
import { findQuantities } from '../../numbers/find-quantities.ts'
import type { ReadSentence } from '../reading.ts'

const LEAD =
  /^(?:但|而|且|其中|同时|并且|并|特别是|尤其是|此外|另外|使|推动|完成|实现|取得|夺得|荣获|获得|拿下|斩获|带动|促进|确保|已|的|：|:|、|，|和|及|与|我[市区县省]|全[市区县省](?=[一-龥]{4}))/
/** 增速分别高于全国、全省…个百分点: the comparison is no part of the indicator. */
const COMPARED =
  /(?:分别|均|都|双双)*(?:高于|高出|低于|快于|优于|领先于?|好于)(?=全|同|年|目标|平均|上年|去年|所|周边|\d).*$/
const IN_EXAMINATION = /^(?:在|对)(?<subject>.{2,30})(?:中|里|上)$/
const QUANTITY_VERB =
  /(?<!完成|实现|达到|达|为|有|共|累计|已|超过|突破|接近|约|近|超|逾)(?:完成|实现|达到|达|为|有|共|累计|已|超过|突破|接近|约|近|超|逾)+$/

/** The stretch that names the indicator before a place: without connectors, period words and the unit's name. */
export function findSubject(
  body: string,
  sentence: ReadSentence,
  options: { from: number; to: number; nameEnd: number },
): Range | null {
  let { from: start, to: end } = options
  if (options.nameEnd > start && options.nameEnd <= end) start = options.nameEnd
  const colon = body.lastIndexOf('：', end - 1)
  if (colon >= start) start = colon + 1
  for (let i = 0; i < 8; i++) {
    const marker = sentence.markers.find((each) => each.range.start === start && each.range.end <= end)
    const lead = LEAD.exec(body.slice(start, Math.min(end, start + 8)))?.[0].length ?? 0
    if (marker) start = marker.range.end
    else if (lead > 0 && start + lead <= end) start += lead
    else break
  }
  while (end > start && /[，、；的]/.test(body[end - 1]!)) end--
  const examination = IN_EXAMINATION.exec(body.slice(start, end))
  if (examination) {
    start += 1
    end -= 1
  } else if (/(?:考核|测评|评比|考评|评价|监测|评估)中$/.test(body.slice(start, end))) end--
  const compared = COMPARED.exec(body.slice(start, end))
  if (compared) end = start + compared.index
  return withoutQuantity(body, { start, end })
}

/** 地区生产总值完成50亿元 → 地区生产总值; 出口总额增长8% → 出口总额增长. */
function withoutQuantity(body: string, range: Range): Range | null {
  const { start } = range
  let { end } = range
  const last = findQuantities(body.slice(start, end)).at(-1)
  if (last && start + last.end === end) {
    end = start + last.start
    end -= QUANTITY_VERB.exec(body.slice(start, end))?.[0].length ?? 0
  }
  return end - start >= 2 ? { start, end } : null
}
