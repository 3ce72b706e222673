import { expect } from '@open-wc/testing';

/** Where each built-in stands. */
const BUILT_INS: readonly (readonly [object, string])[] = [
  [Array.prototype, 'flat'],
  [Array.prototype, 'flatMap'],
  [Object, 'fromEntries'],
  [Element.prototype, 'toggleAttribute'],
  [window, 'queueMicrotask'],
];

const natives = BUILT_INS.map(
  ([target, name]) => [target, name, Object.getOwnPropertyDescriptor(target, name) ?? {}] as const,
);

// An engine without them is made of this one; the module then completes it.
describe('built-ins that engines of 2018 lack', () => {
  before(async () => {
    for (const [target, name] of BUILT_INS) Reflect.deleteProperty(target, name);
    await import('./built-ins.js');
  });
  after(() => {
    for (const [target, name, native] of natives) Object.defineProperty(target, name, native);
  });

  for (const [target, name, native] of natives) {
    it(`${name} is there, is not the native one, and is not seen by a loop`, () => {
      const made = Object.getOwnPropertyDescriptor(target, name);
      expect(made?.value).to.be.a('function').and.not.to.equal(native.value);
      expect(made).to.include({ enumerable: false, writable: true, configurable: true });
    });
  }

  it('flat goes as deep as it is told, one level if it is not', () => {
    const nested = [1, [2, [3, [4]]]];
    expect(nested.flat()).to.deep.equal([1, 2, [3, [4]]]);
    expect(nested.flat(0)).to.deep.equal(nested);
    expect(nested.flat(Infinity)).to.deep.equal([1, 2, 3, 4]);
  });

  it('flatMap flattens one level, and gives item, index, list and this', () => {
    const self = {};
    const list = ['a', 'b'];
    const seen: unknown[] = [];
    const flat = list.flatMap(function (this: unknown, item, index, whole) {
      seen.push([this === self, index, whole === list]);
      return [item, [item]];
    }, self);
    expect(flat).to.deep.equal(['a', ['a'], 'b', ['b']]);
    expect(seen).to.deep.equal([
      [true, 0, true],
      [true, 1, true],
    ]);
  });

  it('fromEntries takes whatever can be gone through; of one name the last counts', () => {
    expect(Object.fromEntries(new Map([['a', 1]]))).to.deep.equal({ a: 1 });
    expect(
      Object.fromEntries([
        ['a', 1],
        ['a', 2],
      ]),
    ).to.deep.equal({ a: 2 });
  });

  it('toggleAttribute sets, removes, obeys force, keeps a value that is there, and says what is', () => {
    const element = document.createElement('p');
    expect(element.toggleAttribute('a')).to.equal(true);
    expect(element.getAttribute('a')).to.equal('');
    expect(element.toggleAttribute('a')).to.equal(false);
    expect(element.hasAttribute('a')).to.equal(false);
    expect(element.toggleAttribute('a', false)).to.equal(false);
    element.setAttribute('a', 'kept');
    expect(element.toggleAttribute('a', true)).to.equal(true);
    expect(element.getAttribute('a')).to.equal('kept');
  });

  it('queueMicrotask calls after the code that runs, before any later promise', async () => {
    const order: string[] = [];
    queueMicrotask(() => order.push('task'));
    const later = Promise.resolve().then(() => order.push('promise'));
    order.push('code');
    await later;
    expect(order).to.deep.equal(['code', 'task', 'promise']);
  });
});
