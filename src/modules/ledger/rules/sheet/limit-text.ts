import type { Limit } from '../clock/limit.ts'
import words from './limit-words.json' with { type: 'json' }

/** A time limit in one cell: `30个工作日`, counted from the day of receipt `30个工作日（当日起算）`. */
export function writeLimit({ count, unit, dayZero, cutoff }: Limit): string {
  const notes = [...(dayZero === 'same-day' ? [words.sameDay] : []), ...(cutoff === null ? [] : [cutoff])]
  return `${count}${words.unit[unit][0]}${notes.length > 0 ? `（${notes.join(' ')}）` : ''}`
}

/** The limit that a cell says, `30个工作日内`, `1个月`; undefined when it is none. */
export function readLimit(cell: string): Limit | undefined {
  const text = cell.normalize('NFKC').replace(/\s+/g, ' ').trim()
  const [, number, rest] = /^(\d{1,4})(\D.*)$/.exec(text) ?? []
  const count = Number(number)
  for (const unit of ['working', 'natural', 'month'] as const) {
    const word = words.unit[unit].find((each) => rest?.startsWith(each))
    if (!word || !(count >= 1 && count <= 3650)) continue
    const notes = rest!
      .slice(word.length)
      .replace(new RegExp(words.within), '')
      .replace(/^\((.*)\)$/, '$1')
      .trim()
    const cutoff = /(?:[01]\d|2[0-3]):[0-5]\d/.exec(notes)?.[0] ?? null
    const left = notes
      .replace(words.sameDay, '')
      .replace(cutoff ?? '', '')
      .trim()
    if (left !== '') return undefined
    return { count, unit, dayZero: notes.includes(words.sameDay) ? 'same-day' : 'next-day', cutoff }
  }
  return undefined
}
