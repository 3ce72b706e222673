import type { Box, EnginePage } from './engine-page.js';
import type { LoginCase } from './login-pages.js';

const SCREEN = 'ydrz-auth-layer[open], ydrz-auth-page[open]';

/** What the parts' places are told from. */
export const GROUND = '[part=layer], [part=page]';

/** What is pressed, looked at and read on a screen; a screen has what its kind and level have. */
export const PARTS = [
  GROUND,
  '[part=close]',
  '[part=back]',
  '[part=checkbox]',
  '[part=digit]',
  '[part=submit]',
  '[part=phone]',
  '[part=title]',
  '[part=agreement]',
];

/** Log in as a person does. What the screen's parts measured while it was open, and what the page said in the end. */
export const logIn = async (
  page: EnginePage,
  { build, sim }: LoginCase,
  look: () => Promise<void>,
): Promise<{ parts: Record<string, Box>; said: string }> => {
  await page.press(build === 'facade' ? '#go' : '[part=button]');
  await page.until(`!!find('${SCREEN}', document)`);
  await page.box('[part=checkbox]');
  const parts = await page.boxes(PARTS);
  if (sim === 'cm') {
    await page.press('.field');
    await page.type('0013');
    await look();
    await page.press('[part=checkbox]');
  } else {
    await page.press('[part=checkbox]');
    await look();
    await page.press('[part=submit]');
  }
  const said = await page.until(`document.getElementById('result').textContent`);
  return { parts, said: String(said) };
};
