import { startsDirective } from './directive.ts'
import words from './task-words.json' with { type: 'json' }

const ADVERBS = `(?:${words.adverbs.join('|')}|要|必须|深刻|充分|牢固|更|再|都)*`
const OBJECTS = [...words.hollowObjects].sort((a, b) => b.length - a.length).join('|')
const HOLLOW = new RegExp(`^${ADVERBS}(?:[一-龥]{4})?(?:${words.hollowVerbs.join('|')}).*(?:${OBJECTS})$`)
/** 干字当头、干在实处: four-character slogans without an object. */
const SLOGANS = /^(?:坚持|务必|必须|做到|要)?(?:[一-龥]{4,5}、){1,}[一-龥]{4,5}$/
const SLOGAN =
  /^(?:[一-龥]{4}|坚持[^，]{2,14}|[^，]{0,8}(?:当头|不放|不舍|实效|必成|向前|担当|重担|在先|在前|上来|起来|出来))$/
const MORE_OF_IT = /(?:更加?[一-龥]{1,3}化|更[具有][一-龥]{2,3}[力性])$/
const GATHERS = /^把[^，]*(?:干劲|热情|积极性|力量|智慧|思想|共识)[^，]*(?:起来|出来|上来)$/
const LEVELLED = /^(?:更好|更加)?(?:具体化|走深走实|见行见效|落地见效|落地落实)$/
const FRAME =
  /^(?:站在|面对|当前|对于|针对|下一步|着眼|立足|按照|根据|围绕|在[^，]*(?:下|中|上|之际|时期|阶段)$)/

/** Whether a clause asks for nothing that a unit could be asked about: 坚定信心, 统一思想, 增强责任感. */
export function isHollow(clause: string): boolean {
  const text = clause.replace(/^[^，]{0,20}?(?:要|必须|务必)(?=[一-龥“])/, '').replace(/^[“]+|[”]+$/g, '')
  if (text.length <= 3) return true
  if (FRAME.test(text) && !/(?:加快|推进|推动|加强|完善|提升|建设|打造)/.test(text)) return true
  return (
    HOLLOW.test(text) ||
    GATHERS.test(text) ||
    SLOGANS.test(text) ||
    (SLOGAN.test(text) && !/^[一-龥]{4}$/.test(text)) ||
    (/^[一-龥]{4}$/.test(text) && !startsDirective(text)) ||
    MORE_OF_IT.test(text) ||
    LEVELLED.test(text)
  )
}
