/** Tag names of the authorization screens. */
export const AUTH_LAYER = 'ydrz-auth-layer';
export const AUTH_PAGE = 'ydrz-auth-page';

/** Events of the authorization screens. */
export const AUTHORIZE = 'authorize';
export const INPUT_COMPLETE = 'inputcomplete';
export const CANCEL = 'cancel';
export const CUSTOM_CONTROL = 'customcontrol';

/** Every part of the screens, for `::part()` and `exportparts`. */
export const VIEW_PARTS = [
  'layer',
  'page',
  'mask',
  'title',
  'logo',
  'auth-text',
  'app-name',
  'phone',
  'digit',
  'tip',
  'agreement',
  'agreement-link',
  'checkbox',
  'submit',
  'close',
  'back',
  'custom-control',
  'error',
  'spinner',
] as const;
