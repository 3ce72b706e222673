// What every build of the sandbox exports.
export { createSandbox, type Sandbox, type SandboxOptions } from './create-sandbox.js';
export { FAULT_KINDS, type Fault, type FaultKind, type Faults } from './faults/fault.js';
export { generateApp, type GeneratedApp } from './generate-app.js';
export { answerSameOrigin, type PageBehind } from './same-origin.js';
export { SandboxOptionError, type OptionErrorCode } from './option-error.js';
export type { RegisteredApp } from './service/registered-app.js';
export {
  DEFAULT_SIM,
  SIMS,
  type CarrierRefusal,
  type CmRefusal,
  type Operator,
  type Sim,
} from './service/sims.js';
export type { Lane, SeenRequest } from './web/lane.js';
export type { AnsweredRequest } from './web/report.js';
export type { Caller } from './web/visit.js';
export type { RunningSandbox, StartOptions } from './start-sandbox.js';
