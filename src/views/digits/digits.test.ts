import { expect } from '@open-wc/testing';
import '../define-auth-layer.js';
import '../define-auth-page.js';
import {
  autofill,
  boxes,
  click,
  field,
  openLayer,
  part,
  paste,
  press,
  type,
} from '../../../test/services/screen-fixture.js';

describe('the digits field', () => {
  it('is one real text field with a name that tells what to do', async () => {
    const layer = await openLayer();
    expect(layer.renderRoot.querySelectorAll('input:not([type=checkbox])')).to.have.lengthOf(1);
    expect(field(layer).getAttribute('aria-label')).to.equal('本机号码 138****8000，请填写隐藏的 4 位数字');
    expect(field(layer).inputMode).to.equal('numeric');
    expect(parseFloat(getComputedStyle(field(layer)).fontSize)).to.be.at.least(16);
    await expect(layer).to.be.accessible();
  });

  it('mirrors what is typed in the boxes and marks the next one', async () => {
    const layer = await openLayer();
    await type(layer, '12');
    expect(boxes(layer)).to.equal('12__');
    const all = [...layer.renderRoot.querySelectorAll('[part=digit]')];
    expect(all.map((box) => box.classList.contains('active'))).to.deep.equal([false, false, true, false]);
  });

  it('takes digits only, full-width ones too, and no more than there are boxes', async () => {
    const layer = await openLayer();
    await type(layer, 'a1 b2-３x');
    expect(boxes(layer)).to.equal('123_');
    await type(layer, '456');
    expect(boxes(layer)).to.equal('1234');
    expect(field(layer).value).to.equal('1234');
  });

  it('deletes anywhere', async () => {
    const layer = await openLayer();
    await type(layer, '1234');
    await press(layer, 'ArrowLeft', 'ArrowLeft', 'Backspace');
    expect(boxes(layer)).to.equal('134_');
    await press(layer, 'Delete');
    expect(boxes(layer)).to.equal('14__');
    await press(layer, 'Home', 'Delete', 'Delete');
    expect(boxes(layer)).to.equal('____');
  });

  it('overwrites the digit after the caret where all boxes are full', async () => {
    const layer = await openLayer();
    await type(layer, '1234');
    await press(layer, 'Home');
    await type(layer, '9');
    expect(boxes(layer)).to.equal('9234');
    expect(field(layer).selectionStart).to.equal(1);
  });

  it('puts the caret into the box that is clicked', async () => {
    const layer = await openLayer();
    await type(layer, '1234');
    const [, second] = layer.renderRoot.querySelectorAll('[part=digit]');
    await click(second ?? layer);
    expect(field(layer).selectionStart).to.equal(1);
    await type(layer, '7');
    expect(boxes(layer)).to.equal('1734');
  });

  it('goes to the first empty box where one behind it is clicked', async () => {
    const layer = await openLayer();
    await type(layer, '1');
    const [, , , last] = layer.renderRoot.querySelectorAll('[part=digit]');
    await click(last ?? layer);
    expect(field(layer).selectionStart).to.equal(1);
  });

  for (const whole of [
    '13812348000',
    '138 1234 8000',
    '+86 138-1234-8000',
    '008613812348000',
    '１３８１２３４８０００',
  ]) {
    it(`takes the hidden part of a pasted ${whole}`, async () => {
      const layer = await openLayer();
      await type(layer, '9');
      await paste(layer, whole);
      expect(boxes(layer)).to.equal('1234');
      expect(part(layer, 'error').textContent.trim()).not.to.include('不一致');
    });
  }

  it('takes four pasted digits, and fewer where the caret is', async () => {
    const layer = await openLayer();
    await paste(layer, '5678');
    expect(boxes(layer)).to.equal('5678');
    layer.reset();
    await type(layer, '14');
    await press(layer, 'ArrowLeft');
    await paste(layer, ' 2-3 ');
    expect(boxes(layer)).to.equal('1234');
  });

  it('says so where another number is pasted or filled in, and keeps the digits', async () => {
    const layer = await openLayer();
    await type(layer, '12');
    await paste(layer, '13912348000');
    expect(boxes(layer)).to.equal('12__');
    expect(part(layer, 'error').textContent).to.equal('该号码与本机号码不一致');
    await type(layer, '3');
    expect(part(layer, 'error').textContent).to.equal('');
    await autofill(layer, '13912348000');
    expect(boxes(layer)).to.equal('123_');
    expect(part(layer, 'error').textContent).to.equal('该号码与本机号码不一致');
  });

  it('takes a whole number from autofill', async () => {
    const layer = await openLayer();
    await autofill(layer, '13812348000');
    expect(boxes(layer)).to.equal('1234');
    expect(field(layer).value).to.equal('1234');
  });

  it('rewrites nothing while an input method composes', async () => {
    const layer = await openLayer();
    const input = field(layer);
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    input.value = '１２';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    await layer.updateComplete;
    expect(input.value).to.equal('１２');
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '１２' }));
    await layer.updateComplete;
    expect(input.value).to.equal('12');
    expect(boxes(layer)).to.equal('12__');
  });

  it('works with any count and place of hidden digits', async () => {
    const layer = await openLayer({ maskPhone: '1**1234567*' });
    await paste(layer, '19812345670');
    expect(boxes(layer)).to.equal('980');
    expect(part(layer, 'phone').innerText.replace(/\s/g, '')).to.equal('19812345670');
  });

  it('says the digit’s place to screen readers', async () => {
    const layer = await openLayer();
    await type(layer, '1');
    const spoken = layer.renderRoot.querySelector('[role=status]');
    expect(spoken?.textContent).to.equal('第 2 位，共 4 位');
    await type(layer, '234');
    expect(spoken?.textContent).to.equal('4 位数字已填写完整');
  });

  it('forgets the digits when it is reset or closed, and with another number', async () => {
    const layer = await openLayer();
    await type(layer, '1234');
    layer.reset();
    await layer.updateComplete;
    expect(boxes(layer)).to.equal('____');
    expect(field(layer).value).to.equal('');
    await type(layer, '12');
    layer.maskPhone = '189****9000';
    await layer.updateComplete;
    expect(layer.digits).to.equal('');
    await type(layer, '12');
    layer.close();
    expect(layer.digits).to.equal('');
  });

  for (const mask of ['', '138', '*'.repeat(500), '\u202e138****8000<img src=x>', '1(3)8 **-** 8000']) {
    it(`does not break on the masked number ${JSON.stringify(mask.slice(0, 30))}`, async () => {
      const layer = await openLayer({ maskPhone: mask });
      expect(layer.renderRoot.querySelectorAll('[part=digit]').length).to.be.at.most(32);
      expect(part(layer, 'phone').innerText).not.to.match(/[\u202e<]/);
    });
  }
});
