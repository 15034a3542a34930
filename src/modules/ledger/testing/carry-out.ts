import type { Context } from '../../../kernel/context.ts'
import { addDays } from '../../../kernel/day.ts'
import { correctItem } from '../commands/correct-item.ts'
import { finishDuty } from '../commands/duties/finish-duty.ts'
import { signDuty } from '../commands/duties/sign-duty.ts'
import { waiveDuty } from '../commands/duties/waive-duty.ts'
import { addLink } from '../commands/evidence/add-evidence.ts'
import { askExtension } from '../commands/extensions/ask-extension.ts'
import { decideExtension } from '../commands/extensions/decide-extension.ts'
import { pressItem } from '../commands/press-item.ts'
import { closeItem } from '../commands/steps/close-item.ts'
import { dispatchItem } from '../commands/steps/dispatch-item.ts'
import { declineItem, recallItem } from '../commands/steps/recall-item.ts'
import { recheckItem } from '../commands/steps/recheck-item.ts'
import { reopenItem } from '../commands/steps/reopen-item.ts'
import { reportCompletion } from '../commands/steps/report-completion.ts'
import { reportProgress } from '../commands/steps/report-progress.ts'
import { returnItem } from '../commands/steps/return-item.ts'
import { reviewItem, sendBackItem } from '../commands/steps/review-item.ts'
import { signItem } from '../commands/steps/sign-item.ts'
import { resumeItem, suspendItem } from '../commands/steps/suspend-item.ts'
import { takeUpItem } from '../commands/steps/take-up-item.ts'
import { withdrawItem } from '../commands/steps/withdraw-item.ts'
import type { Attempt } from './life-model.ts'

export interface Target {
  readonly id: string
  readonly version: number
  /** The request for an extension that waits, or any id. */
  readonly extensionId: string
  readonly firstDay: string
  readonly unitId: (key: string) => string
}

type CarryOut = (ctx: Context, target: Target, attempt: Attempt) => Promise<unknown>

const reasoned = ({ version }: Target, { hasReason }: Attempt) => ({
  version,
  reason: hasReason ? '按实际情况' : ' ',
})
const dayOf = ({ firstDay }: Target, { day = 0 }: Attempt) => addDays(firstDay, day)
const written = { done: '按计划推进', next: '', problems: '', support: '', evidenceIds: [] }
const verified = ({ byThirdParty, hasThirdParty }: Attempt) => ({
  method: byThirdParty ? ('third-party' as const) : ('on-site' as const),
  thirdParty: hasThirdParty ? '第三方评估机构' : '',
})

/** Each step as a person would send it. */
export const CARRY_OUT: Readonly<Record<string, CarryOut>> = {
  review: (ctx, { id, version }) => reviewItem(ctx, id, { version }),
  sendBack: (ctx, target, attempt) => sendBackItem(ctx, target.id, reasoned(target, attempt)),
  dispatch: (ctx, { id, version }) => dispatchItem(ctx, id, { version, duties: [], note: '' }),
  recall: (ctx, target, attempt) => recallItem(ctx, target.id, reasoned(target, attempt)),
  sign: (ctx, { id, version }) => signItem(ctx, id, { version }),
  decline: (ctx, target, attempt) => declineItem(ctx, target.id, reasoned(target, attempt)),
  reportProgress: (ctx, { id, version }, { progress }) =>
    reportProgress(ctx, id, { ...written, version, progress }),
  reportCompletion: (ctx, { id, version }, { value }) =>
    reportCompletion(ctx, id, { ...written, version, value }),
  takeUp: (ctx, { id, version }) => takeUpItem(ctx, id, { version }),
  returnForRework: (ctx, target, attempt) =>
    returnItem(ctx, target.id, { ...reasoned(target, attempt), ...verified(attempt) }),
  close: (ctx, { id, version }, attempt) =>
    closeItem(ctx, id, { version, ...verified(attempt), findings: '属实', recheckAfterDays: null }),
  recheck: (ctx, target, attempt) =>
    recheckItem(ctx, target.id, {
      version: target.version,
      ...verified(attempt),
      findings: '已看',
      result: attempt.hasPassed ? 'passed' : 'failed',
      dueOn: dayOf(target, attempt),
      recheckAfterDays: null,
    }),
  reopen: (ctx, target, attempt) =>
    reopenItem(ctx, target.id, { ...reasoned(target, attempt), dueOn: dayOf(target, attempt), progress: 0 }),
  suspend: (ctx, target, attempt) => suspendItem(ctx, target.id, reasoned(target, attempt)),
  resume: (ctx, { id, version }) => resumeItem(ctx, id, { version }),
  withdraw: (ctx, target, attempt) => withdrawItem(ctx, target.id, reasoned(target, attempt)),
  correct: (ctx, { id, version }) => correctItem(ctx, id, { version, remark: `第 ${version} 版的备注` }),
  press: (ctx, { id }, { kind = 'press', colour = 'blue' }) => {
    const text = { text: '请抓紧办理', answerBy: null }
    return pressItem(ctx, id, kind === 'notice' ? { kind, colour, ...text } : { kind, ...text })
  },
  askExtension: (ctx, target, attempt) =>
    askExtension(ctx, target.id, { ...reasoned(target, attempt), toDue: dayOf(target, attempt) }),
  decideExtension: (ctx, { id, extensionId }, { isApproval }) =>
    decideExtension(ctx, id, { extensionId, decision: isApproval ? 'approve' : 'refuse', note: '' }),
  addEvidence: (ctx, { id }) => addLink(ctx, id, { url: 'https://riverport.example/photo', note: '' }),
}

/** The same for the part of one supporting unit. */
export const CARRY_OUT_DUTY: Readonly<Record<string, CarryOut>> = {
  sign: (ctx, { id, unitId }, { unit }) => signDuty(ctx, id, unitId(unit!)),
  finish: (ctx, { id, unitId }, { unit }) =>
    finishDuty(ctx, id, { unitId: unitId(unit!), done: '配合事项已办完', evidenceIds: [] }),
  waive: (ctx, { id, unitId }, { unit }) =>
    waiveDuty(ctx, id, { unitId: unitId(unit!), reason: '不再需要配合' }),
}

/** The entry that each step leaves in the journal. */
export const ENTRIES: Readonly<Record<string, string>> = {
  review: 'item-reviewed',
  sendBack: 'item-sent-back',
  dispatch: 'item-dispatched',
  recall: 'item-recalled',
  sign: 'item-signed',
  decline: 'item-declined',
  reportProgress: 'progress-reported',
  reportCompletion: 'completion-reported',
  takeUp: 'verification-begun',
  returnForRework: 'item-returned',
  close: 'item-closed',
  reopen: 'item-reopened',
  suspend: 'item-suspended',
  resume: 'item-resumed',
  withdraw: 'item-withdrawn',
  correct: 'item-corrected',
  press: 'item-pressed',
  askExtension: 'extension-asked',
  addEvidence: 'evidence-added',
  'duty-sign': 'duty-signed',
  'duty-finish': 'duty-finished',
  'duty-waive': 'duty-waived',
}
