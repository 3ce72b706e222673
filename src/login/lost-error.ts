import { YdrzError } from '../codes/ydrz-error.js';

/** The page has hidden or removed the screen, and there is nowhere else for it: the documented 506. */
export const lostError = (): YdrzError =>
  new YdrzError({ code: '506', message: '授权界面被页面隐藏或移除', phase: 'authorization' });

/** The element is asked to log in while there is no page for a screen to be shown on: the same code, before anybody was asked. */
export const nowhereError = (language: string | undefined): YdrzError => {
  const error = new YdrzError({
    code: '506',
    message: '登录组件不在页面上，无法显示授权界面',
    phase: 'credentials',
  });
  error.hint =
    language === 'en'
      ? 'Put the element into the page before login() is called.'
      : '先把登录组件放进页面，再调用 login()。';
  return error;
};
