import { expect, fixture, html } from '@open-wc/testing';
import './define.js';
import { pretendConnection } from '../../test/services/connection.js';
import { answerWith, connectToLane, next, openLogin, record } from '../../test/services/element-fixture.js';
import type { Lane } from '../../test/services/lane.js';
import type { YdrzLoginElement } from './login-element.js';

/** The hops of a retrieval made ahead have come back. */
const prefetched = async (element: YdrzLoginElement): Promise<void> => {
  while ((await next(element, 'hop')).detail.name !== 'cm');
};

/** An element that is asked to retrieve ahead as soon as it is in the document. */
const openAhead = async (lane?: Lane): Promise<{ element: YdrzLoginElement; lane: Lane }> => {
  const element = document.createElement('ydrz-login');
  const used = connectToLane(element, 'cm', lane);
  element.prefetch = 'load';
  answerWith(element);
  const done = prefetched(element);
  (await fixture<HTMLElement>(html`<div></div>`)).append(element);
  await done;
  return { element, lane: used };
};

describe('<ydrz-login prefetch>', () => {
  it('is accessible', async () => {
    const { element } = await openAhead();
    await expect(element).to.be.accessible();
  });

  it('retrieves before the click, unseen, so that the click needs the token only', async () => {
    const { element, lane } = await openAhead();
    expect(element.state).to.equal('idle');
    expect(await lane.asked()).to.deep.equal(['credentials', 'cm']);
    const log = record(element);
    await element.login();
    expect(await lane.asked()).to.deep.equal(['credentials', 'cm', 'token']);
    expect(log).to.deep.equal([
      ...['state preparing', 'state retrieving', 'state authorizing', 'authorizationrequest'],
      ...['state exchanging', 'hop token', 'state done', 'token'],
    ]);
  });

  it('uses what was retrieved once: the next login retrieves again', async () => {
    const { element, lane } = await openAhead();
    await element.login();
    await element.login();
    expect(await lane.asked()).to.deep.equal([
      ...['credentials', 'cm', 'token'],
      ...['credentials', 'cm', 'token'],
    ]);
  });

  it('drops what was retrieved when the settings have changed since', async () => {
    const { element, lane } = await openAhead();
    element.expandParams = 'a=b';
    const { token } = await element.login();
    expect(token).not.to.equal('');
    expect(await lane.asked()).to.deep.equal(['credentials', 'cm', 'credentials', 'cm', 'token']);
  });

  it('says nothing of a failure before the click, and retrieves at the click', async () => {
    const element = document.createElement('ydrz-login');
    const lane = connectToLane(element);
    await lane.spoil({ exchange: 'cm', kind: 'code', code: '103111', times: 1 });
    element.jsonp = 'off';
    element.prefetch = 'load';
    answerWith(element);
    const log = record(element);
    const done = prefetched(element);
    (await fixture<HTMLElement>(html`<div></div>`)).append(element);
    await done;
    expect(log).to.deep.equal(['hop credentials', 'hop cm']);
    expect((await element.login()).code).to.equal('103000');
  });

  it('waits until the element comes into view with `visible`', async () => {
    const page = await fixture<HTMLElement>(
      html`<div style="block-size: 3000px"></div>
        <ydrz-login prefetch="visible"></ydrz-login>`,
      { parentNode: document.body.appendChild(document.createElement('div')) },
    );
    const element = page.parentElement?.querySelector('ydrz-login');
    if (!element) throw new Error('The page has no element');
    const lane = connectToLane(element);
    const order: string[] = [];
    element.addEventListener('hop', ({ detail }) => order.push(detail.name));
    const seen = new Promise<void>((resolve) => {
      new IntersectionObserver((entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) resolve();
        else order.push('out of view');
      }).observe(element);
    });
    while (!order.includes('out of view')) await new Promise(requestAnimationFrame);
    const done = prefetched(element);
    element.scrollIntoView();
    await seen;
    await done;
    expect(order).to.deep.equal(['out of view', 'credentials', 'cm']);
    expect(await lane.asked()).to.deep.equal(['credentials', 'cm']);
  });

  for (const connection of [{ type: 'wifi' }, { type: 'cellular', saveData: true }]) {
    it(`is not made on ${JSON.stringify(connection)}; the click retrieves as usual`, async () => {
      const restore = pretendConnection(connection);
      try {
        const { element, lane } = await openLogin({ prefetch: 'load' });
        answerWith(element);
        await element.login();
        expect(await lane.asked()).to.deep.equal(['credentials', 'cm', 'token']);
      } finally {
        restore();
      }
    });
  }

  it('is made once the settings that it needs are there', async () => {
    const element = await fixture<YdrzLoginElement>(html`<ydrz-login prefetch="load"></ydrz-login>`);
    await element.updateComplete;
    const done = prefetched(element);
    const lane = connectToLane(element);
    await done;
    expect(await lane.asked()).to.deep.equal(['credentials', 'cm']);
  });

  it('is given up when the element is removed, and made anew when it comes back', async () => {
    const { element, lane } = await openAhead();
    const place = element.parentElement;
    element.remove();
    await element.updateComplete;
    const done = prefetched(element);
    place?.append(element);
    await done;
    expect(await lane.asked()).to.deep.equal(['credentials', 'cm', 'credentials', 'cm']);
  });
});
