import { expect } from '@open-wc/testing';
import { answerWith, openLogin } from '../../test/services/element-fixture.js';
import { rejection } from '../../test/services/wire-fixture.js';

describe('<ydrz-login> on a page that keeps foreign scripts narrow', () => {
  it('asks China Mobile alone with jsonp="off", and says for the others that they are switched off', async () => {
    const { element, lane } = await openLogin({}, 'ct');
    element.setAttribute('jsonp', 'off');
    const error = await rejection(element.login());
    expect(error).to.have.nested.property('CTData.code', '502');
    expect(error).to.have.nested.property('CUData.code', '502');
    expect(await lane.asked()).to.deep.equal(['credentials', 'cm']);
  });

  it('loads scripts from the hosts in jsonp-hosts alone', async () => {
    const { element, lane } = await openLogin({}, 'ct');
    element.setAttribute('jsonp-hosts', 'id6.me *.wostore.cn');
    expect(await rejection(element.login())).to.have.nested.property('CTData.code', '500');
    expect(await lane.asked()).not.to.include('ct-script');
    answerWith(element, (request) => {
      request.submit('0018');
    });
    element.setAttribute('jsonp-hosts', `id6.me, ${new URL(lane.gateway()).hostname}`);
    expect(await element.login()).to.include({ operator: 'CT' });
  });
});
