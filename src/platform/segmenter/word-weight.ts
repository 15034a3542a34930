import { idf } from '@node-rs/jieba/dict.js'

let table: ReadonlyMap<string, number> | undefined
const UNKNOWN = 9

/**
 * How much a word tells: its inverse document frequency in jieba's own table (built from a general corpus, not from
 * reports). A word that the table lacks counts like a fairly rare one.
 */
export function wordWeight(word: string): number {
  table ??= readTable()
  return table.get(word) ?? UNKNOWN
}

function readTable(): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  for (const line of new TextDecoder().decode(idf).split('\n')) {
    const [word, weight] = line.split(' ')
    if (word && weight) weights.set(word, Number(weight))
  }
  return weights
}
