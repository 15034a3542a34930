import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

let loaded: Jieba | undefined

/** The dictionary takes 0.3 s and 33 MB: it is loaded by the first who asks, once for the process. */
function jieba(): Jieba {
  loaded ??= Jieba.withDict(dict)
  return loaded
}

const WORD = /[\p{Script=Han}\p{L}\p{N}]/u

/** The words of a Chinese text in order, without punctuation and white space. */
export function cutWords(text: string): string[] {
  return jieba()
    .cut(fold(text), true)
    .filter((word) => WORD.test(word))
}

/** Characters: an index of PostgreSQL takes no longer keys than 2,704 bytes, and nobody's word is as long. */
const LONGEST_WORD = 100

/**
 * The words that a search should find the text by: long words and the shorter ones inside them, each once,
 * 农村集体经济 → 农村, 集体, 经济, 集体经济.
 * A run of letters that is longer than any word stands, and is looked for, by its beginning.
 */
export function searchWords(text: string): string[] {
  const words = jieba().cutForSearch(fold(text), true)
  return [...new Set(words.filter((word) => WORD.test(word)).map(beginning))]
}

function beginning(word: string): string {
  return word.length <= LONGEST_WORD ? word : [...word].slice(0, LONGEST_WORD).join('')
}

/** Full-width letters and digits as plain ones, lower case: what a searcher types and what was printed agree. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
