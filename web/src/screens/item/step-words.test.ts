import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ItemState } from '../../../../src/modules/ledger/rules/lifecycle/machine.ts'
import webEn from '../../i18n/en.json' with { type: 'json' }
import webZh from '../../i18n/zh-CN.json' with { type: 'json' }
import { STEP_ORDER } from './step-order.ts'

/** What the server says, read as a file: a screen imports nothing of a module's inside. */
const serverWords = (locale: string): object =>
  JSON.parse(
    readFileSync(new URL(`../../../../src/modules/ledger/messages.${locale}.json`, import.meta.url), 'utf8'),
  )

const STEPS = STEP_ORDER.map((step) => `step.${step}`)
const STATES = ItemState.options.map((state) => `state.${state}`)

// English states stand in a sentence there: “is a draft”.
it.each([
  ['Chinese', serverWords('zh-CN'), webZh, [...STEPS, ...STATES]],
  ['English', serverWords('en'), webEn, STEPS],
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
