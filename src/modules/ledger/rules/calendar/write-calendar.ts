import { addDays, type Day } from '../../../../kernel/day.ts'
import type { ItemDay } from '../../schema.ts'
import words from './calendar-words.json' with { type: 'json' }

interface Calendar {
  readonly days: readonly ItemDay[]
  readonly language: 'zh' | 'en'
  /** Path of an item's page → its address, or null when the server does not know its own. */
  readonly linkTo: (path: string) => string | null
}

/** Days before a deadline on which a calendar reminds (西安: 3). */
const REMIND_DAYS = 3

/**
 * An iCalendar (RFC 5545): one all-day event for each day, whose UID stays the same when the day moves, so that the
 * reader's calendar moves it too. Lines end in CRLF and are folded at 75 octets.
 */
export function writeCalendar({ days, language, linkTo }: Calendar): string {
  const text = words[language]
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Quarterdeck//Ledger//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(text.name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...days.flatMap((one) => eventOf(one, { text, linkTo })),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

type Words = (typeof words)['zh']

function eventOf(
  { day, kind, name, item }: ItemDay,
  { text, linkTo }: { text: Words; linkTo: Calendar['linkTo'] },
): string[] {
  const nodes = item.plan.kind === 'nodes' ? item.plan.nodes : []
  const at = kind === 'node' ? `-${nodes.findIndex((node) => node.on === day && node.name === name) + 1}` : ''
  const title = `${text[kind]} ${item.number} ${item.title}${name === null ? '' : ` · ${name}`}`
  const url = linkTo(`/ledger/items/${item.id}`)
  return [
    'BEGIN:VEVENT',
    `UID:${kind}${at}-${item.id}@quarterdeck`,
    `DTSTAMP:${instant(item.changedAt)}`,
    `LAST-MODIFIED:${instant(item.changedAt)}`,
    `SEQUENCE:${item.version}`,
    `DTSTART;VALUE=DATE:${dateOf(day)}`,
    `DTEND;VALUE=DATE:${dateOf(addDays(day, 1))}`,
    'TRANSP:TRANSPARENT',
    `SUMMARY:${escapeText(title)}`,
    ...(item.content ? [`DESCRIPTION:${escapeText(item.content)}`] : []),
    ...(url === null ? [] : [`URL:${url}`]),
    ...(kind === 'due' ? alarm(title) : []),
    'END:VEVENT',
  ]
}

function alarm(title: string): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(title)}`,
    `TRIGGER:-P${REMIND_DAYS}D`,
    'END:VALARM',
  ]
}

function dateOf(day: Day): string {
  return day.replaceAll('-', '')
}

function instant(iso: string): string {
  return `${iso.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

/** RFC 5545, 3.3.11. Control characters have no place in a text. */
function escapeText(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replaceAll(/\p{Cc}/gu, ' ').replaceAll(/[\\;,]/g, (mark) => `\\${mark}`))
    .join('\\n')
}

/** RFC 5545, 3.1: at most 75 octets a line, a space before what goes on, no character cut in two. */
function fold(line: string): string {
  const lines: string[] = []
  let [current, octets] = ['', 0]
  for (const character of line) {
    const size = new TextEncoder().encode(character).length
    if (octets + size > 75) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...lines, current].join('\r\n')
}
