import type { Item } from '../../schema.ts'
import type { Audience, Reminder } from './reminder.ts'

type Told = Pick<
  Item,
  'id' | 'number' | 'title' | 'round' | 'version' | 'leadUnitId' | 'supportingUnitIds' | 'signBy' | 'dueOn'
>

/** A change of an item as the journal keeps it. */
export interface Happening {
  readonly action: string
  readonly detail: Readonly<Record<string, unknown>>
}

const LONGEST = 100

type Telling = Pick<Reminder, 'kind' | 'level' | 'to' | 'params'> & { readonly supportersToo?: true }

/** What people are told at once when an item changes; undefined for a change that only its story keeps. */
export function planTelling(item: Told, { action, detail }: Happening): Reminder | undefined {
  const telling = tellingOf(item, action, (name) => text(detail[name]))
  if (!telling) return undefined
  const { kind, level, to, params, supportersToo } = telling
  const supporting = supportersToo ? item.supportingUnitIds : []
  return {
    kind: `ledger.${kind}`,
    level,
    to,
    unitIds: [...(item.leadUnitId === null ? [] : [item.leadUnitId]), ...supporting],
    // Each change has a version of its own.
    cause: `${kind}:${item.id}:${item.round}:${item.version}`,
    params: { number: item.number, title: item.title, ...params },
  }
}

const UNIT: readonly Audience[] = ['liaison', 'unit-leader']
const DECIDERS: readonly Audience[] = ['unit-leader', 'office']

function tellingOf(item: Told, action: string, detail: (name: string) => string): Telling | undefined {
  switch (action) {
    case 'ledger.item-dispatched':
      return item.signBy === null
        ? undefined
        : {
            kind: 'dispatched',
            level: 'info',
            to: ['liaison'],
            params: { signBy: item.signBy },
            supportersToo: true,
          }
    case 'ledger.item-pressed':
      return pressing('pressed', 'warning', detail)
    case 'ledger.letter-issued':
      return pressing('letter', 'warning', detail)
    case 'ledger.notice-issued':
      return pressing(`notice-${detail('colour')}`, 'alarm', detail)
    case 'ledger.item-returned':
      return { kind: 'returned', level: 'warning', to: ['liaison'], params: { reason: detail('reason') } }
    case 'ledger.item-declined':
      return { kind: 'declined', level: 'warning', to: ['office'], params: { reason: detail('reason') } }
    case 'ledger.extension-asked':
      return { kind: 'extension-asked', level: 'reminder', to: DECIDERS, params: { toDue: detail('toDue') } }
    case 'ledger.extension-approved':
      return {
        kind: 'extension-approved',
        level: 'info',
        to: ['liaison'],
        params: { toDue: detail('toDue') },
      }
    case 'ledger.extension-refused':
      return {
        kind: 'extension-refused',
        level: 'warning',
        to: ['liaison'],
        params: { dueOn: detail('fromDue') },
      }
    case 'ledger.item-reopened':
      return { kind: 'reopened', level: 'warning', to: UNIT, params: { reason: detail('reason') } }
    case 'ledger.recheck-failed':
      return { kind: 'recheck-failed', level: 'alarm', to: UNIT, params: { findings: detail('findings') } }
    default:
      return undefined
  }
}

/** Pressing, a letter or a coloured notice: its number and words, and by when it is to be answered. */
function pressing(kind: string, level: Reminder['level'], detail: (name: string) => string): Telling {
  const answerBy = detail('answerBy')
  const params = { text: detail('text'), letter: detail('letterNumber') }
  return answerBy
    ? { kind: `${kind}-to-answer`, level, to: UNIT, params: { ...params, answerBy } }
    : { kind, level, to: UNIT, params }
}

function text(value: unknown): string {
  if (typeof value !== 'string') return ''
  const characters = [...value.replace(/\s+/g, ' ').trim()]
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST - 1).join('')}…`
}
