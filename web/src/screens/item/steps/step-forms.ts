import { CloseFields } from './close-fields.tsx'
import { CompletionFields } from './completion-fields.tsx'
import { DecideExtensionFields } from './decide-extension-fields.tsx'
import { DispatchFields } from './dispatch-fields.tsx'
import { ExtensionFields } from './extension-fields.tsx'
import { FinishDutyFields } from './finish-duty-fields.tsx'
import { PressFields } from './press-fields.tsx'
import { ProgressFields } from './progress-fields.tsx'
import { ReasonFields } from './reason-fields.tsx'
import { RecheckFields } from './recheck-fields.tsx'
import { ReopenFields } from './reopen-fields.tsx'
import { ReturnFields } from './return-fields.tsx'
import type { StepForms } from './step-form.ts'

/** The form of every step. A step without fields is only confirmed. */
export const STEP_FORMS: StepForms = {
  review: {},
  sendBack: { Fields: ReasonFields },
  dispatch: {
    Fields: DispatchFields,
    width: 640,
    initial: (item) => ({
      duties: item.supportingUnitIds.map((unitId) => {
        const duty = item.duties.find((each) => each.unitId === unitId)
        return { unitId, task: duty?.task ?? '', dueOn: duty?.dueOn ?? null }
      }),
    }),
  },
  recall: { Fields: ReasonFields, isGrave: true },
  sign: {},
  decline: { Fields: ReasonFields, isGrave: true },
  reportProgress: { Fields: ProgressFields, width: 640, initial: ({ progress }) => ({ progress }) },
  reportCompletion: { Fields: CompletionFields, width: 640 },
  takeUp: {},
  returnForRework: { Fields: ReturnFields, isGrave: true, initial: () => ({ method: 'material' }) },
  close: { Fields: CloseFields, initial: () => ({ method: 'material', recheckAfterDays: null }) },
  recheck: {
    Fields: RecheckFields,
    initial: () => ({ method: 'on-site', result: 'passed', recheckAfterDays: null }),
  },
  reopen: { Fields: ReopenFields, isGrave: true, initial: () => ({ progress: 0 }) },
  suspend: { Fields: ReasonFields },
  resume: {},
  withdraw: { Fields: ReasonFields, isGrave: true },
  press: { Fields: PressFields, initial: () => ({ kind: 'press', colour: 'blue', answerBy: null }) },
  askExtension: { Fields: ExtensionFields },
  decideExtension: { Fields: DecideExtensionFields, initial: () => ({ decision: 'approve' }) },
  addEvidence: {},
  signDuty: {},
  finishDuty: { Fields: FinishDutyFields },
  waiveDuty: { Fields: ReasonFields, isGrave: true },
}
