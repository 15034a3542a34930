import type { Context, Tx } from '../../../kernel/context.ts'
import { invalid } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { letterNumber } from '../rules/pressing/letter-number.ts'
import { strongerNotice } from '../rules/pressing/stronger-notice.ts'
import type { Item, PressItem } from '../schema.ts'
import type { StoredItem } from '../store/items.ts'
import { insertPressing, takeLetterNumber } from '../store/pressings.ts'
import { takeStep } from './steps/take-step.ts'

const ACTIONS = {
  press: 'ledger.item-pressed',
  letter: 'ledger.letter-issued',
  notice: 'ledger.notice-issued',
} as const

/**
 * Presses an item (催办), or issues a supervision letter (督办函) or a coloured notice (三色单) under the next number of the
 * year. The state stays; the strongest notice of the round counts for the light.
 * @throws what `takeStep` throws, `ledger.answer-past`
 */
export function pressItem(ctx: Context, id: string, input: PressItem): Promise<Item> {
  const { kind, text, answerBy } = input
  const colour = input.kind === 'notice' ? input.colour : null
  return takeStep(ctx, 'press', {
    id,
    action: ACTIONS[kind],
    obstacles: ({ item: { number }, today }) =>
      answerBy !== null && answerBy < today
        ? [invalid('ledger.answer-past', { number, answerBy, today })]
        : [],
    change: async ({ tx, item, facts: { today } }) => {
      const number = await writePressing(ctx, tx, { item, input, colour })
      return {
        item: {
          pressedCount: item.pressedCount + 1,
          lastPressedOn: today,
          ...(colour ? strongerNotice(item, { notice: colour, noticeOn: today }) : {}),
        },
        detail: { kind, colour, letterNumber: number, text, answerBy },
      }
    },
  })
}

interface Writing {
  readonly item: StoredItem
  readonly input: PressItem
  readonly colour: Item['notice']
}

async function writePressing(ctx: Context, tx: Tx, { item, input, colour }: Writing): Promise<string | null> {
  const { kind, text, answerBy } = input
  const now = ctx.clock.now()
  const today = ctx.clock.today()
  const year = Number(today.slice(0, 4))
  const { tenantId } = ctx
  const number =
    kind === 'press' ? null : letterNumber(kind, year, await takeLetterNumber(tx, { tenantId, kind, year }))
  await insertPressing(tx, {
    tenant_id: tenantId,
    id: newId(now.getTime()),
    item_id: item.id,
    round: item.round,
    kind,
    colour,
    number,
    text,
    answer_by: answerBy,
    pressed_at: now,
    pressed_on: today,
    presser_id: ctx.actor.userId,
    presser: ctx.actor.name,
  })
  return number
}
