import { asFields } from '../incoming/fields.js';
import { expect } from '@open-wc/testing';
import type { Fault } from 'ydrz-elements/sandbox';
import { LoginFixture } from '../../test/services/login-fixture.js';
import { rejection } from '../../test/services/wire-fixture.js';
import { ScriptedAuthorizer, digits } from '../../test/services/scripted-authorizer.js';

const CM = ['credentials', 'cm'];
const CT = ['ct-phonescrip', 'ct-script', 'ct-callback'];
const CU = ['cu-phonescrip', 'cu-script', 'cu-callback'];

interface Case {
  what: string;
  sim: string;
  faults?: Fault[];
  /** What is asked, in order. */
  asked: string[];
  /** The code per carrier; undefined for one that was not asked. */
  codes: [YD: string, CT?: string, CU?: string];
  /** The code of the whole: the number's owner's, or the one that says most. */
  code: string;
}

const CASES: readonly Case[] = [
  {
    what: 'nobody knows the connection',
    sim: 'wifi',
    asked: [...CM, ...CT.slice(0, 2), ...CU.slice(0, 2)],
    codes: ['103111', '-10004', '105001'],
    code: '103111',
  },
  {
    what: 'China Telecom has switched it off at its last step, which ends it',
    sim: 'ct-closed',
    asked: [...CM, ...CT],
    codes: ['103111', '502'],
    code: '502',
  },
  {
    what: 'China Unicom has switched it off',
    sim: 'cu-closed',
    asked: [...CM, ...CT.slice(0, 2), ...CU],
    codes: ['103111', '-10011', '502'],
    code: '502',
  },
  {
    what: 'China Telecom fails at its first step, then China Unicom is asked',
    sim: 'ct',
    faults: [{ exchange: 'ct-phonescrip', kind: 'code', code: '110023' }],
    asked: [...CM, 'ct-phonescrip', ...CU.slice(0, 2)],
    codes: ['103111', '110023', '105001'],
    code: '110023',
  },
  {
    what: 'China Telecom’s script does not load, then China Unicom is asked',
    sim: 'ct',
    faults: [{ exchange: 'ct-script', kind: 'status' }],
    asked: [...CM, ...CT.slice(0, 2), ...CU.slice(0, 2)],
    codes: ['103111', '500', '105001'],
    code: '103111',
  },
  {
    what: 'China Telecom does not come through at its last step, which ends it',
    sim: 'ct',
    faults: [{ exchange: 'ct-callback', kind: 'status' }],
    asked: [...CM, ...CT],
    codes: ['103111', '500'],
    code: '500',
  },
  {
    what: 'China Unicom fails at its first step',
    sim: 'cu',
    faults: [{ exchange: 'cu-phonescrip', kind: 'html' }],
    asked: [...CM, ...CT.slice(0, 2), 'cu-phonescrip'],
    codes: ['103111', '-10011', '500'],
    code: '103111',
  },
  {
    what: 'nothing comes through at all',
    sim: 'cm',
    faults: ['cm', 'ct-phonescrip', 'cu-phonescrip'].map((exchange) => ({ exchange, kind: 'empty' })),
    asked: [...CM, 'ct-phonescrip', 'cu-phonescrip'],
    codes: ['500', '500', '500'],
    code: '500',
  },
  {
    what: 'China Mobile names the owner, whose failure counts most; its turn comes first',
    sim: 'cm-hint-cu',
    faults: [{ exchange: 'cu-script', kind: 'status' }],
    asked: [...CM, ...CU.slice(0, 2), ...CT.slice(0, 2)],
    codes: ['103111', '-10011', '500'],
    code: '500',
  },
];

describe('retrieval that fails', () => {
  for (const { what, sim, faults = [], asked, codes, code } of CASES) {
    it(`gives the documented error object: ${what}`, async () => {
      const login = new LoginFixture(sim, new ScriptedAuthorizer());
      await login.lane.spoil(...faults);
      const error = await rejection(login.run());
      expect(await login.lane.asked()).to.deep.equal(asked);
      expect(error).to.include({ code, phase: 'retrieval' }).and.have.property('hint').that.is.not.empty;

      const object: unknown = JSON.parse(JSON.stringify(error));
      const named = ['YDData', 'CTData', 'CUData'];
      expect(object).to.have.all.keys('msgId', ...named);
      expect(object)
        .to.have.property('msgId')
        .that.matches(/^[\da-f]{32}$/);
      for (const [index, key] of named.entries()) {
        const expected = codes[index];
        const data: unknown = Reflect.get(object ?? {}, key);
        if (expected === undefined) expect(data, key).to.deep.equal({});
        else {
          const { result, ...rest } = asFields(data);
          expect(rest, key).to.have.all.keys('code', 'message').and.include({ code: expected });
          // What China Unicom's gateway called it stands beside its code.
          expect(result, key).to.equal(expected === '105001' ? '1' : undefined);
        }
      }
      expect(login.authorizer.asked, 'nobody was asked to authorize').to.deep.equal([]);
      expect(login.authorizer.closed).to.equal(1);
    });
  }
});

describe('retrieval that succeeds', () => {
  for (const [sim, asked] of [
    ['cm', CM],
    ['ct', [...CM, ...CT]],
    ['cu', [...CM, ...CT.slice(0, 2), ...CU]],
    ['cm-hint-cu', [...CM, ...CU]],
  ] as const) {
    it(`asks in the documented order, and nobody after the answer: ${sim}`, async () => {
      const login = new LoginFixture(sim, new ScriptedAuthorizer({ kind: 'cancelled' }));
      await rejection(login.run());
      expect(await login.lane.asked()).to.deep.equal(asked);
    });
  }

  it('asks the owner first and the other one still, with nobody skipped on a switch', async () => {
    const login = new LoginFixture('ct', new ScriptedAuthorizer(digits('0018')));
    const refusal = {
      resultCode: '103111',
      msisdnOwner: 'CU',
      ctGetMobileSwitch: '0',
      cuGetMobileSwitch: '0',
    };
    const body = JSON.stringify({ header: {}, body: refusal });
    await login.lane.spoil({ exchange: 'cm', kind: 'body', body });
    expect(await login.run()).to.include({ operator: 'CT' });
    expect(await login.lane.asked()).to.deep.equal([...CM, ...CU.slice(0, 2), ...CT, 'token']);
  });
});

describe('a page that allows no foreign script', () => {
  it('leaves China Telecom and China Unicom out, with the documented error for them', async () => {
    const login = new LoginFixture('ct', new ScriptedAuthorizer(), { jsonp: 'off' });
    const error = await rejection(login.run());
    expect(await login.lane.asked()).to.deep.equal(CM);
    expect(error).to.deep.include({
      YDData: { code: '103111', message: 'WAP网关IP错误' },
      CTData: { code: '502', message: '电信取号能力关闭' },
      CUData: { code: '502', message: '联通取号能力关闭' },
    });
  });

  it('does not keep China Mobile’s own numbers out', async () => {
    const login = new LoginFixture('cm', new ScriptedAuthorizer(digits('0013')), { jsonp: 'off' });
    expect(await login.run()).to.include({ operator: 'CM' });
  });

  it('may name the hosts whose scripts it allows', async () => {
    const login = new LoginFixture('ct', new ScriptedAuthorizer(), { jsonpHosts: 'id6.me' });
    expect(await rejection(login.run())).to.have.nested.property('CTData.code', '500');
    expect(await login.lane.asked()).not.to.include('ct-script');
    const host = new URL(login.lane.gateway()).hostname;
    const allowed = new LoginFixture('ct', new ScriptedAuthorizer(digits('0018')), {
      jsonpHosts: `id6.me ${host}`,
    });
    expect(await allowed.run()).to.include({ operator: 'CT' });
  });
});
