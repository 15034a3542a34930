import type { HttpApp } from '../../../platform/module.ts'
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
import {
  CloseItem,
  DispatchItem,
  PressItem,
  ReasonedStep,
  RecheckItem,
  ReopenItem,
  ReportCompletion,
  ReportProgress,
  ReturnItem,
  Step,
} from '../schema.ts'
import { postStep } from './post-step.ts'

/** The steps of an item's life (rules/lifecycle/machine.ts), each a POST of its own. */
export function stepRoutes(app: HttpApp): void {
  officeRoutes(app)
  unitRoutes(app)
  verificationRoutes(app)
}

function officeRoutes(app: HttpApp): void {
  const permission = 'ledger.dispatch'
  postStep(app, {
    path: 'review',
    operationId: 'reviewItem',
    summary: 'Confirm a draft',
    permission,
    body: Step,
    run: reviewItem,
  })
  postStep(app, {
    path: 'send-back',
    operationId: 'sendBackItem',
    summary: 'Send a reviewed item back to its draft',
    permission,
    body: ReasonedStep,
    run: sendBackItem,
  })
  postStep(app, {
    path: 'dispatch',
    operationId: 'dispatchItem',
    summary: 'Dispatch an item to its lead and its supporting units',
    permission,
    body: DispatchItem,
    run: dispatchItem,
  })
  postStep(app, {
    path: 'recall',
    operationId: 'recallItem',
    summary: 'Take an item back from its units',
    permission,
    body: ReasonedStep,
    run: recallItem,
  })
  postStep(app, {
    path: 'suspend',
    operationId: 'suspendItem',
    summary: 'Suspend an item; its deadline stays',
    permission,
    body: ReasonedStep,
    run: suspendItem,
  })
  postStep(app, {
    path: 'resume',
    operationId: 'resumeItem',
    summary: 'Let a suspended item go on',
    permission,
    body: Step,
    run: resumeItem,
  })
  postStep(app, {
    path: 'withdraw',
    operationId: 'withdrawItem',
    summary: 'End an item without a close',
    permission,
    body: ReasonedStep,
    run: withdrawItem,
  })
  postStep(app, {
    path: 'press',
    operationId: 'pressItem',
    summary: 'Press an item, or issue a supervision letter or a coloured notice',
    permission,
    body: PressItem,
    run: pressItem,
  })
}

function unitRoutes(app: HttpApp): void {
  const permission = 'ledger.work'
  postStep(app, {
    path: 'sign',
    operationId: 'signItem',
    summary: 'The lead unit signs for an item',
    permission,
    body: Step,
    run: signItem,
  })
  postStep(app, {
    path: 'decline',
    operationId: 'declineItem',
    summary: 'The lead unit declines an item within the limit to sign',
    permission,
    body: ReasonedStep,
    run: declineItem,
  })
  postStep(app, {
    path: 'progress',
    operationId: 'reportProgress',
    summary: 'The lead unit reports how far it is',
    permission,
    body: ReportProgress,
    run: reportProgress,
  })
  postStep(app, {
    path: 'completion',
    operationId: 'reportCompletion',
    summary: 'The lead unit reports the work as done',
    permission,
    body: ReportCompletion,
    run: reportCompletion,
  })
}

function verificationRoutes(app: HttpApp): void {
  const permission = 'ledger.verify'
  postStep(app, {
    path: 'take-up',
    operationId: 'takeUpItem',
    summary: 'Begin to verify a completion report',
    permission,
    body: Step,
    run: takeUpItem,
  })
  postStep(app, {
    path: 'return',
    operationId: 'returnItem',
    summary: 'Verification failed: return an item for rework',
    permission,
    body: ReturnItem,
    run: returnItem,
  })
  postStep(app, {
    path: 'close',
    operationId: 'closeItem',
    summary: 'Verification passed: close an item',
    permission,
    body: CloseItem,
    run: closeItem,
  })
  postStep(app, {
    path: 'recheck',
    operationId: 'recheckItem',
    summary: 'Look at a closed item again; if it fails, a new round begins',
    permission,
    body: RecheckItem,
    run: recheckItem,
  })
  postStep(app, {
    path: 'reopen',
    operationId: 'reopenItem',
    summary: 'Open a closed item again: a new round with its own deadline',
    permission,
    body: ReopenItem,
    run: reopenItem,
  })
}
