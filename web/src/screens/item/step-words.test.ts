import { expect, it } from 'vitest'
import serverEn from '../../../../src/modules/ledger/messages.en.json' with { type: 'json' }
import serverZh from '../../../../src/modules/ledger/messages.zh-CN.json' with { type: 'json' }
import { ItemState } from '../../../../src/modules/ledger/rules/lifecycle/machine.ts'
import webEn from '../../i18n/en.json' with { type: 'json' }
import webZh from '../../i18n/zh-CN.json' with { type: 'json' }
import { STEP_ORDER } from './step-order.ts'

const STEPS = STEP_ORDER.map((step) => `step.${step}`)
const STATES = ItemState.options.map((state) => `state.${state}`)

// English states stand in a sentence there: “is a draft”.
it.each([
  ['Chinese', serverZh, webZh, [...STEPS, ...STATES]],
  ['English', serverEn, webEn, STEPS],
])(
  'calls a step in a refusal what its button is called (收回 was 撤回交办), in %s',
  (_, server, web, keys) => {
    const words = (of: object, prefix: string) =>
      Object.fromEntries(
        keys.map((key) => [key, (of as Record<string, string>)[prefix + key]?.toLowerCase()]),
      )
    expect(words(server, 'ledger.')).toEqual(words(web, ''))
  },
)
