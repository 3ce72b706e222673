/** The service's businessType of one-tap login in a browser. */
export const BUSINESS_TYPE = '8';
