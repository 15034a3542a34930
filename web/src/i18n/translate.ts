import en from './en.json' with { type: 'json' }
import type { Locale } from './locale.ts'
import zh from './zh-CN.json' with { type: 'json' }

export type MessageKey = keyof typeof zh
export type MessageValues = Readonly<Record<string, string | number>>

const CATALOGUES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { 'zh-CN': zh, en }

/** The sentence of a key, with `{name}` filled in. */
export function translate(locale: Locale, key: MessageKey, values: MessageValues = {}): string {
  return fill(CATALOGUES[locale][key] ?? key, values)
}

/** Like `translate` for keys made at run time (`rule.rank.streak`): undefined when the catalogue has none. */
export function findMessage(locale: Locale, key: string, values: MessageValues = {}): string | undefined {
  const sentence = CATALOGUES[locale][key]
  return sentence === undefined ? undefined : fill(sentence, values)
}

/** A sentence with `{name}` filled in; what has no value stays as it is. */
export function fill(sentence: string, values: MessageValues): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
