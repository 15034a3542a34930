/**
 * The life of items as DOMAIN.md 1.7 and issue 3 tell it, written a second time and not from rules/lifecycle: what the
 * commands do is compared with this. Days are numbers from the start of a run.
 */
export type Role = 'officer' | 'liaison' | 'leader' | 'statistician' | 'auditor'

export interface Person {
  readonly name: string
  readonly role: Role
  readonly unit: string | null
}

export interface ModelItem {
  state: string
  stateBefore: string | null
  round: number
  readonly lead: string
  readonly supports: Map<string, string>
  readonly parent: number | null
  readonly weight: number
  /** Whether a value of an indicator closes it. */
  readonly hasCriterion: boolean
  /** In hundredths of a per cent. */
  progress: number
  dueOn: number
  readonly firstDueOn: number
  wasLate: boolean
  reportedOn: number | null
  signBy: number | null
  evidence: number
  reporter: string | null
  asker: string | null
  askedDay: number
  returned: number
  pressed: number
  notice: string | null
  version: number
}

/** One thing that somebody tries. `ok`-like fields say whether what is brought along is sound. */
export interface Attempt {
  readonly step: string
  readonly person: Person
  readonly item: number
  /** A unit whose part is meant. */
  readonly unit?: string
  readonly progress?: number
  readonly hasReason?: boolean
  readonly value?: string
  readonly byThirdParty?: boolean
  readonly hasThirdParty?: boolean
  readonly hasPassed?: boolean
  /** A deadline that is asked for or set, as a day of the run. */
  readonly day?: number
  readonly isApproval?: boolean
  readonly kind?: 'press' | 'letter' | 'notice'
  readonly colour?: 'blue' | 'orange' | 'red'
  readonly isStale?: boolean
}

export const AT_WORK = ['signed', 'in-progress', 'returned']
const OUT = ['dispatched', ...AT_WORK]
const BUSY = [...OUT, 'reported', 'under-verification', 'suspended']

/** From where, to where ('=': as it is), by whom. */
const STEPS: Record<string, [from: string[], to: string, by: 'office' | 'lead' | 'units' | 'approver']> = {
  review: [['draft'], 'reviewed', 'office'],
  sendBack: [['reviewed'], 'draft', 'office'],
  dispatch: [['reviewed'], 'dispatched', 'office'],
  recall: [OUT, 'reviewed', 'office'],
  sign: [['dispatched'], 'signed', 'lead'],
  decline: [['dispatched'], 'reviewed', 'lead'],
  reportProgress: [AT_WORK, 'in-progress', 'lead'],
  reportCompletion: [AT_WORK, 'reported', 'lead'],
  takeUp: [['reported'], 'under-verification', 'office'],
  returnForRework: [['reported', 'under-verification'], 'returned', 'office'],
  close: [['under-verification'], 'closed', 'office'],
  reopen: [['closed'], 'in-progress', 'office'],
  recheck: [['closed'], '=', 'office'],
  suspend: [OUT, 'suspended', 'office'],
  resume: [['suspended'], 'before', 'office'],
  withdraw: [['draft', 'reviewed', ...BUSY], 'withdrawn', 'office'],
  correct: [['draft', 'reviewed', ...BUSY], '=', 'office'],
  press: [BUSY, '=', 'office'],
  askExtension: [[...OUT, 'suspended'], '=', 'lead'],
  decideExtension: [BUSY, '=', 'approver'],
  addEvidence: [BUSY, '=', 'units'],
}
export const STEP_NAMES = Object.keys(STEPS)
export const DUTY_STEPS = ['sign', 'finish', 'waive']
const REASONED = [
  'sendBack',
  'recall',
  'decline',
  'returnForRework',
  'reopen',
  'suspend',
  'withdraw',
  'askExtension',
]

export class LifeModel {
  today = 0
  readonly items: ModelItem[]

  constructor(items: readonly ModelItem[]) {
    this.items = items.map((item) => ({ ...item, supports: new Map(item.supports) }))
  }

  liveParts(at: number): ModelItem[] {
    return this.items.filter((item) => item.parent === at && item.state !== 'withdrawn')
  }

  sees({ role, unit }: Person, at: number): boolean {
    const { lead, supports } = this.items[at]!
    if (role === 'liaison' || (role === 'leader' && unit !== 'riverport')) {
      return unit === lead || (unit !== null && supports.has(unit))
    }
    return true
  }

  private isBy(
    by: 'office' | 'lead' | 'units' | 'approver',
    { role, unit }: Person,
    item: ModelItem,
  ): boolean {
    if (role === 'officer') return true
    if (by === 'approver') return role === 'leader' && (unit === 'riverport' || unit === item.lead)
    if (role !== 'liaison' || by === 'office') return false
    return unit === item.lead || (by === 'units' && unit !== null && item.supports.has(unit))
  }

  /** Whether the person may take the step now, with whatever it asks for. */
  may(step: string, person: Person, at: number): boolean {
    const item = this.items[at]!
    const [from, , by] = STEPS[step]!
    if (!this.sees(person, at) || !this.isBy(by, person, item) || !from.includes(item.state)) return false
    const openParts = this.liveParts(at).some(({ state }) => state !== 'closed')
    const openDuties = [...item.supports.values()].some((state) => state !== 'done' && state !== 'waived')
    const isOwnReport = item.reporter === person.name
    switch (step) {
      case 'decline':
        return item.signBy === null || this.today <= item.signBy
      case 'reportCompletion':
        return !openParts && !openDuties
      case 'close':
        return !openParts && !openDuties && !isOwnReport
      case 'returnForRework':
      case 'recheck':
        return !isOwnReport
      case 'withdraw':
        return !openParts
      case 'reopen':
        return !this.isParentOver(item)
      case 'askExtension':
        return item.asker === null
      case 'decideExtension':
        return item.asker !== null && item.asker !== person.name
      default:
        return true
    }
  }

  mayDuty(step: string, person: Person, at: number, unit: string): boolean {
    const item = this.items[at]!
    const state = item.supports.get(unit)
    if (!this.sees(person, at) || state === undefined) return false
    const isTheirs =
      person.role === 'officer' || (step !== 'waive' && person.role === 'liaison' && person.unit === unit)
    if (!isTheirs || !BUSY.includes(item.state) || item.state === 'suspended') return false
    return state === 'dispatched' || (state === 'signed' && step !== 'sign')
  }

  /** Whether what the attempt brings along is what the step asks for. */
  isSound(attempt: Attempt): boolean {
    const item = this.items[attempt.item]!
    const { step, day = 0, value } = attempt
    if (attempt.isStale && !['press', 'addEvidence', 'decideExtension'].includes(step)) return false
    if (REASONED.includes(step) && !attempt.hasReason) return false
    switch (step) {
      case 'reportProgress':
        return attempt.progress === undefined || this.liveParts(attempt.item).length === 0
      case 'reportCompletion':
        return item.evidence > 0 && (!item.hasCriterion || (value !== undefined && Number(value) >= 99.5))
      case 'close':
      case 'returnForRework':
        return this.isProperVerifier(attempt, item)
      case 'recheck':
        if (!this.isProperVerifier(attempt, item)) return false
        return attempt.hasPassed === true || (day >= this.today && !this.isParentOver(item))
      case 'reopen':
        return day >= this.today
      case 'askExtension':
        return day >= this.today && day !== item.dueOn
      case 'decideExtension':
        if (!attempt.isApproval) return true
        return [...OUT, 'suspended'].includes(item.state) && item.askedDay >= this.today
      default:
        return true
    }
  }

  private isProperVerifier({ person, byThirdParty, hasThirdParty }: Attempt, item: ModelItem): boolean {
    if (byThirdParty) return hasThirdParty === true
    return item.reporter === null || person.unit !== item.lead
  }

  private isParentOver({ parent }: ModelItem): boolean {
    return parent !== null && ['closed', 'withdrawn'].includes(this.items[parent]!.state)
  }

  /** What an accepted attempt makes of the items; returns the items whose progress follows from it. */
  accept(attempt: Attempt): number[] {
    const item = this.items[attempt.item]!
    const to = STEPS[attempt.step]![1]
    const before = item.state
    item.version += attempt.step === 'addEvidence' ? 0 : 1
    item.state = to === '=' ? before : to === 'before' ? item.stateBefore! : to
    this.effect(attempt, item, before)
    return this.rollUp(item.parent)
  }

  private effect(attempt: Attempt, item: ModelItem, before: string): void {
    const { step, day = 0 } = attempt
    switch (step) {
      case 'dispatch':
        setDuties(item, ['pending'], 'dispatched')
        return
      case 'recall':
      case 'decline':
        item.asker = null
        item.signBy = null
        setDuties(item, ['dispatched', 'signed'], 'pending')
        return
      case 'reportProgress':
        item.progress = attempt.progress === undefined ? item.progress : attempt.progress * 100
        return
      case 'reportCompletion':
        item.progress = 10_000
        item.reportedOn = this.today
        item.reporter = attempt.person.name
        return
      case 'returnForRework':
        item.reportedOn = null
        item.returned += 1
        return
      case 'close':
        item.wasLate ||= item.reportedOn! > item.dueOn
        item.asker = null
        return
      case 'recheck':
        if (!attempt.hasPassed) this.beginRound(attempt, item, day)
        return
      case 'reopen':
        this.beginRound(attempt, item, day)
        return
      case 'suspend':
        item.stateBefore = before
        return
      case 'resume':
        item.stateBefore = null
        return
      case 'withdraw':
        item.stateBefore = null
        item.asker = null
        setDuties(item, ['pending', 'dispatched', 'signed'], 'waived')
        return
      case 'press':
        item.pressed += 1
        if (attempt.kind === 'notice') item.notice = stronger(item.notice, attempt.colour!)
        return
      case 'askExtension':
        item.asker = attempt.person.name
        item.askedDay = day
        return
      case 'decideExtension':
        if (attempt.isApproval) item.dueOn = item.askedDay
        item.asker = null
        return
      case 'addEvidence':
        item.evidence += 1
    }
  }

  private beginRound({ item: at }: Attempt, item: ModelItem, day: number): void {
    const parts = this.liveParts(at)
    Object.assign(item, { state: 'in-progress', reportedOn: null, reporter: null, evidence: 0, notice: null })
    item.round += 1
    item.dueOn = day
    if (parts.length === 0) item.progress = 0
    setDuties(item, ['dispatched', 'signed', 'done'], 'dispatched')
  }

  acceptDuty(step: string, at: number, unit: string): void {
    const after = { sign: 'signed', finish: 'done', waive: 'waived' }[step]!
    this.items[at]!.supports.set(unit, after)
  }

  private rollUp(at: number | null): number[] {
    if (at === null || this.items[at]!.state === 'withdrawn') return []
    const parts = this.liveParts(at)
    const weights = parts.reduce((sum, { weight }) => sum + weight, 0)
    const item = this.items[at]!
    const progress = Math.floor(parts.reduce((sum, part) => sum + part.weight * part.progress, 0) / weights)
    if (parts.length === 0 || progress === item.progress) return []
    item.progress = progress
    item.version += 1
    return [at]
  }
}

function setDuties({ supports }: ModelItem, from: string[], to: string): void {
  for (const [unit, state] of supports) if (from.includes(state)) supports.set(unit, to)
}

function stronger(standing: string | null, issued: string): string {
  const order = ['blue', 'orange', 'red']
  return standing !== null && order.indexOf(standing) > order.indexOf(issued) ? standing : issued
}
