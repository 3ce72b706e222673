/** What can be set on both screens. */
export const SCREEN_PROPERTIES = [
  'maskPhone',
  'operator',
  'authLevel',
  'appName',
  'options',
  'agreements',
  'pending',
  'error',
  'attemptsLeft',
  'open',
  'manual',
  'messages',
] as const;

export const SCREEN_EVENT_PROPS = {
  onAuthorize: 'authorize',
  onInputComplete: 'inputcomplete',
  onCancel: 'cancel',
  onCustomControl: 'customcontrol',
} as const;
