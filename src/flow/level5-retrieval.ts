import { isOperator } from '../gateway/cm.js';
import type { Retrieval } from '../gateway/types.js';
import { textAt, type Fields } from '../incoming/fields.js';

/** A number retrieved at level 5, from what a page was told of it: enough to buy a token, with a screen of the page's own. */
export const level5Retrieval = (answer: Fields): Retrieval => {
  const operator = textAt(answer, 'oper');
  return {
    operator: isOperator(operator) ? operator : 'CM',
    accessToken: textAt(answer, 'accessToken'),
    maskPhone: textAt(answer, 'maskPhone'),
    authLevel: '5',
    // Only screens have a use for these.
    ...{ authPageUrl: '', appName: '', agreements: [] },
  };
};
