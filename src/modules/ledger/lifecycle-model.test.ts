import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../../kernel/context.ts'
import { addDays } from '../../kernel/day.ts'
import { CodedError } from '../../kernel/errors.ts'
import { verifyJournal } from '../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { createItem } from './commands/create-item.ts'
import { anotherPerson } from './commands/steps/testing.ts'
import { getItem } from './queries/get-item.ts'
import type { CreateItem } from './schema.ts'
import { CARRY_OUT, CARRY_OUT_DUTY, ENTRIES, type Target } from './testing/carry-out.ts'
import {
  type Attempt,
  DUTY_STEPS,
  LifeModel,
  type ModelItem,
  type Person,
  STEP_NAMES,
} from './testing/life-model.ts'
import { type Snapshot, takeSnapshot } from './testing/snapshot.ts'
import { newItem } from './testing.ts'

const FIRST_DAY = '2024-04-10'
const RUNS = Number(process.env.LIFE_RUNS ?? 10)
const LENGTH = Number(process.env.LIFE_LENGTH ?? 45)

/** Three officers, one of whom belongs to a unit that leads; liaisons of three units and of one that has no part. */
const PEOPLE: readonly Person[] = [
  { name: 'officer-a', role: 'officer', unit: null },
  { name: 'officer-b', role: 'officer', unit: null },
  { name: 'officer-c', role: 'officer', unit: 'yunbo' },
  { name: 'liaison-1', role: 'liaison', unit: 'yunbo' },
  { name: 'liaison-2', role: 'liaison', unit: 'qingdu' },
  { name: 'liaison-3', role: 'liaison', unit: 'dept-transport' },
  { name: 'leader-1', role: 'leader', unit: 'yunbo' },
  { name: 'leader-2', role: 'leader', unit: 'riverport' },
  { name: 'statist', role: 'statistician', unit: null },
  { name: 'auditor', role: 'auditor', unit: null },
]

const blank = {
  state: 'draft',
  stateBefore: null,
  round: 1,
  parent: null,
  weight: 1,
  hasCriterion: false,
  progress: 0,
  dueOn: 20,
  firstDueOn: 20,
  wasLate: false,
  reportedOn: null,
  signBy: null,
  evidence: 0,
  reporter: null,
  asker: null,
  askedDay: 0,
  returned: 0,
  pressed: 0,
  notice: null,
  version: 1,
} as const

/** One item with a supporting unit and a closing criterion; a plan with two tasks. */
const ITEMS: readonly ModelItem[] = [
  { ...blank, lead: 'yunbo', supports: new Map([['qingdu', 'pending']]), hasCriterion: true },
  { ...blank, lead: 'qingdu', supports: new Map() },
  { ...blank, lead: 'yunbo', supports: new Map(), parent: 1, weight: 1, dueOn: 5, firstDueOn: 5 },
  { ...blank, lead: 'dept-transport', supports: new Map([['yunbo', 'pending']]), parent: 1, weight: 2 },
]

let city: TestCity
const contexts = new Map<string, Context>()
beforeAll(async () => {
  city = await openTestCity()
  for (const { name, role, unit } of PEOPLE) {
    contexts.set(name, anotherPerson(city.as(role, unit ? { unit } : {}), name))
  }
})
afterAll(() => city.close())

/** Dice for one attempt: what they mean depends on how the items stand, so that runs reach every state. */
const throws = fc.record({
  days: fc.constantFrom(0, 0, 0, 1, 1, 3, 8),
  /** Most attempts are such as the model allows; the rest are anybody trying anything. */
  isWild: fc.integer({ min: 0, max: 9 }).map((n) => n < 3),
  pick: fc.nat(100_000),
  person: fc.nat(PEOPLE.length - 1),
  item: fc.nat(ITEMS.length - 1),
  isSloppy: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  progress: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
  value: fc.constantFrom('99.5', '100', '99.49', undefined, '99.500000'),
  day: fc.integer({ min: -3, max: 25 }),
  coin: fc.boolean(),
  other: fc.boolean(),
  kind: fc.constantFrom('press', 'letter', 'notice'),
  colour: fc.constantFrom('blue', 'orange', 'red'),
})
type Dice = typeof throws extends fc.Arbitrary<infer Value> ? Value : never

interface Choice {
  readonly step: string
  readonly person: Person
  readonly item: number
  readonly unit?: string
}

function choose(model: LifeModel, dice: Dice, focus: number): Choice {
  const all = allChoices(model)
  const allowed = all.filter(({ step, person, item, unit }) =>
    unit ? model.mayDuty(step, person, item, unit) : model.may(step, person, item),
  )
  // Half of the sound attempts go on with one item of the run, so that some come to their close and beyond.
  const focused = allowed.filter(({ item }) => dice.coin || item === focus)
  const choices = dice.isWild || allowed.length === 0 ? all : focused.length > 0 ? focused : allowed
  const steps = [...new Set(choices.map(nameOf))].flatMap((step) =>
    Array<string>(WEIGHTS[step] ?? 10).fill(step),
  )
  const step = steps[dice.pick % steps.length]
  const same = choices.filter((choice) => nameOf(choice) === step)
  return same[(dice.pick + dice.person * 7 + dice.item) % same.length]!
}

const nameOf = ({ step, unit }: Pick<Choice, 'step' | 'unit'>) => (unit ? `duty-${step}` : step)

/** However many people may take a step; what leads back or nowhere is rarer, so that lives come to their end. */
const WEIGHTS: Readonly<Record<string, number>> = {
  correct: 1,
  sendBack: 1,
  recall: 1,
  decline: 1,
  suspend: 1,
  withdraw: 1,
  press: 3,
  addEvidence: 10,
  returnForRework: 5,
  reportCompletion: 25,
  takeUp: 20,
  close: 40,
}

function allChoices(model: LifeModel): Choice[] {
  return model.items.flatMap(({ supports }, item) =>
    PEOPLE.flatMap((person) => [
      ...STEP_NAMES.map((step) => ({ step, person, item })),
      ...[...supports.keys()].flatMap((unit) => DUTY_STEPS.map((step) => ({ step, person, item, unit }))),
    ]),
  )
}

function attemptOf(choice: Choice, dice: Dice, today: number): Attempt {
  const { isSloppy, coin, other, kind, colour, value, progress } = dice
  return {
    ...choice,
    progress: isSloppy || choice.item !== 1 ? progress : undefined,
    hasReason: !isSloppy || coin,
    value: isSloppy ? value : '99.5',
    byThirdParty: coin || choice.person.unit !== null,
    hasThirdParty: !isSloppy || other,
    hasPassed: coin,
    day: today + (isSloppy ? dice.day : Math.abs(dice.day) + 1),
    isApproval: other,
    kind,
    colour,
    isStale: isSloppy && other && coin,
  }
}

test(`random lives of ${ITEMS.length} items by ${PEOPLE.length} people go as the model goes`, async () => {
  const reached = new Map<string, number>()
  const seed = Number(process.env.LIFE_SEED ?? (Date.now() ^ process.pid) | 0)
  const property = fc.asyncProperty(fc.array(throws, { minLength: LENGTH, maxLength: LENGTH }), (dice) =>
    live(dice, reached),
  )
  const { failed, errorInstance } = await fc.check(property, { seed, numRuns: RUNS, endOnFailure: true })
  const story = log.map((line) => JSON.stringify(line)).join('\n')
  if (failed)
    throw new Error(`LIFE_SEED=${seed}: after\n${story}\n${errorInstance}`, { cause: errorInstance })
  const counts = [...reached].sort().map(([what, times]) => `${what} ${times}`)
  console.info(`seed ${seed}: ${counts.join(', ')}`)
  expect(await verifyJournal(city.database, city.tenant.id)).toMatchObject({ kind: 'whole' })
}, 240_000)

/** What happened so far in this run, told when something goes otherwise. */
const log: object[] = []

async function live(dice: readonly Dice[], reached: Map<string, number>): Promise<void> {
  const clockOf = (day: number) => `${addDays(FIRST_DAY, day)}T02:00:00Z`
  city.setClock(clockOf(0))
  log.length = 0
  const ids = await enterItems()
  const model = new LifeModel(ITEMS)
  let before = await takeSnapshot(city.database, ids, 0)
  for (const thrown of dice) {
    model.today += thrown.days
    city.setClock(clockOf(model.today))
    const attempt = attemptOf(choose(model, thrown, dice[0]!.item), thrown, model.today)
    before = await tryOut(attempt, { model, ids, before, reached })
  }
}

async function enterItems(): Promise<string[]> {
  const ids: string[] = []
  for (const { lead, supports, parent, weight, dueOn, hasCriterion } of ITEMS) {
    const indicator = {
      indicator: '完好率',
      unitOfMeasure: '%',
      direction: 'at-least',
      target: '99.5',
    } as const
    const fields: Partial<CreateItem> & { title: string } = {
      title: `事项 ${ids.length}`,
      kind: ids.length === 1 ? 'plan' : 'task',
      leadUnitId: city.unitId(lead),
      supportingUnitIds: [...supports.keys()].map((key) => city.unitId(key)),
      parentId: parent === null ? null : ids[parent]!,
      weight,
      dueOn: addDays(FIRST_DAY, dueOn),
      criterion: hasCriterion ? indicator : null,
    }
    ids.push((await createItem(city.as('officer'), newItem(fields))).id)
  }
  return ids
}

interface World {
  readonly model: LifeModel
  readonly ids: readonly string[]
  readonly before: Snapshot
  readonly reached: Map<string, number>
}

async function tryOut(attempt: Attempt, world: World): Promise<Snapshot> {
  const { model, ids, before, reached } = world
  const { step, person, item, unit } = attempt
  const ctx = contexts.get(person.name)!
  const mayTake = unit ? model.mayDuty(step, person, item, unit) : model.may(step, person, item)
  const at = {
    step: unit ? `duty-${step}` : step,
    by: person.name,
    item,
    day: model.today,
    state: model.items[item]!.state,
  }
  expect({ ...at, offered: await isOffered(ctx, attempt, ids) }).toEqual({ ...at, offered: mayTake })

  const isExpected = mayTake && (unit !== undefined || model.isSound(attempt))
  log.push({ ...at, isExpected })
  const failure = await carryOut(ctx, attempt, world).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (failure !== undefined && !(failure instanceof CodedError)) throw failure
  const said = failure?.code ?? 'accepted'
  expect({ ...at, attempt, said, isAccepted: failure === undefined }).toEqual({
    ...at,
    attempt,
    said,
    isAccepted: isExpected,
  })
  const after = await takeSnapshot(city.database, ids, before.seq)
  const outcome = `${at.step} ${isExpected ? 'taken' : 'refused'}`
  reached.set(outcome, (reached.get(outcome) ?? 0) + 1)
  if (!isExpected) {
    expect({ ...at, seq: after.seq, digest: after.digest }).toEqual({
      ...at,
      seq: before.seq,
      digest: before.digest,
    })
    return after
  }
  expectChange(attempt, world, after)
  return after
}

async function isOffered(
  ctx: Context,
  { step, item, unit }: Attempt,
  ids: readonly string[],
): Promise<boolean> {
  const detail = await getItem(ctx, ids[item]!).catch((error: unknown) => {
    if (error instanceof CodedError && error.code === 'ledger.no-such-item') return undefined
    throw error
  })
  if (!detail) return false
  const offers = unit
    ? (detail.duties.find(({ unitId }) => unitId === city.unitId(unit))?.steps ?? [])
    : detail.steps
  const offer = offers.find((each) => each.step === step)!
  expect(offer).toMatchObject(
    offer.isAllowed ? { refusal: null, code: null } : { refusal: expect.stringMatching(/\p{Script=Han}/u) },
  )
  return offer.isAllowed
}

async function carryOut(ctx: Context, attempt: Attempt, { ids, before }: World): Promise<unknown> {
  const { id, version } = before.items[attempt.item]!
  const target: Target = {
    id,
    version: attempt.isStale ? version - 1 : version,
    extensionId: before.pending.find(({ item_id }) => item_id === id)?.id ?? ids[0]!,
    firstDay: FIRST_DAY,
    unitId: (key) => city.unitId(key),
  }
  const run = (attempt.unit ? CARRY_OUT_DUTY : CARRY_OUT)[attempt.step]!
  return run(ctx, target, attempt)
}

function expectChange(attempt: Attempt, { model, ids, before }: World, after: Snapshot): void {
  const { step, item, unit } = attempt
  const rolledUp = unit ? [] : model.accept(attempt)
  if (unit) model.acceptDuty(step, item, unit)
  if (step === 'dispatch' && !unit) {
    const { sign_by } = after.items[item]!
    model.items[item]!.signBy = Math.round((Date.parse(sign_by!) - Date.parse(FIRST_DAY)) / 86_400_000)
    expect(model.items[item]!.signBy).toBeGreaterThan(model.today)
  }
  const dayOf = (day: number | null) => (day === null ? null : addDays(FIRST_DAY, day))
  expect(after.items).toEqual(
    model.items.map((expected, at) =>
      expect.objectContaining({
        id: ids[at],
        state: expected.state,
        state_before: expected.stateBefore,
        round: expected.round,
        version: expected.version,
        progress: expected.progress / 100,
        due_on: dayOf(expected.dueOn),
        first_due_on: dayOf(expected.firstDueOn),
        was_late: expected.wasLate,
        reported_on: dayOf(expected.reportedOn),
        returned_count: expected.returned,
        pressed_count: expected.pressed,
        notice: expected.notice,
        has_pending_extension: expected.asker !== null,
      }),
    ),
  )
  const states = after.duties
    .filter(({ role }) => role === 'support')
    .map((duty) => duty.state)
    .sort()
  expect(states).toEqual(model.items.flatMap(({ supports }) => [...supports.values()]).sort())
  const ends = ['closed', 'withdrawn']
  const stands = new Map(after.items.map(({ id, state }) => [id, ends.includes(state) ? state : 'open']))
  expect(after.duties.filter((duty) => duty.item_stands !== stands.get(duty.item_id))).toEqual([])
  expectHistory(before, after)
  const entries = [...rolledUp.map((at) => ['item-rolled-up', ids[at]]), [entryOf(attempt), ids[item]]]
  expect(after.entries.map(({ action, subject_id }) => [action.replace('ledger.', ''), subject_id])).toEqual(
    entries,
  )
}

function entryOf({ step, unit, kind, hasPassed, isApproval }: Attempt): string | undefined {
  if (unit) return ENTRIES[`duty-${step}`]
  if (step === 'recheck') return hasPassed ? 'recheck-passed' : 'recheck-failed'
  if (step === 'decideExtension') return isApproval ? 'extension-approved' : 'extension-refused'
  if (step === 'press' && kind !== 'press') return `${kind}-issued`
  return ENTRIES[step]
}

/** Every superseded version is there, and what must never go back did not. */
function expectHistory(before: Snapshot, after: Snapshot): void {
  for (const [at, now] of after.items.entries()) {
    const { versions } = after.versions.find(({ id }) => id === now.id) ?? { versions: [] }
    expect(versions).toEqual(Array.from({ length: now.version - 1 }, (_, each) => each + 1))
    const was = before.items[at]!
    expect(now.first_due_on).toBe(was.first_due_on)
    expect([was.was_late, now.was_late]).not.toEqual([true, false])
  }
  for (const duty of before.duties.filter(({ was_late }) => was_late)) {
    const same = after.duties.find((each) => each.item_id === duty.item_id && each.unit_id === duty.unit_id)
    expect(same?.was_late).toBe(true)
  }
  expect(after.rounds).toBeGreaterThanOrEqual(before.rounds)
}
