import type { ScreenTexts } from './zh-cn.js';

/** The screens' texts in English; the agreements keep their Chinese names, which are proper names. */
export const EN: ScreenTexts = {
  title: 'Log in with this number',
  authText: "{app} asks to log you in with this phone's number",
  authTextUnnamed: "Log in with this phone's number",
  tip: 'Fill in the {count} hidden digits of your number',
  digitsLabel: "This phone's number {phone}: fill in the {count} hidden digits",
  digitPosition: 'digit {index} of {count}',
  digitsComplete: 'all {count} digits filled in',
  numberMismatch: "That is not this phone's number",
  agree: 'I have read and agree to ',
  agreementOpen: '《',
  agreementClose: '》',
  agreementSeparator: ', ',
  agreementLastSeparator: ' and ',
  agreeBusiness: ', and let {app} have this number',
  agreementMissing: 'Please read and agree to the agreements first',
  submit: 'Confirm and log in',
  pending: 'Logging in…',
  triesLeft: 'Tries left: {count}',
  close: 'Close',
  back: 'Back',
};
