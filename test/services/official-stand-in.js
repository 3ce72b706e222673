// A stand-in for the official script, written anew from how that was seen to behave, its faults included: none of its code is
// in here. What it talks to is said by `data-gateway` on its tag.
(() => {
  const { gateway } = document.currentScript.dataset;
  const USER_INFORMATION = 'c3RhbmQtaW4%3D';
  let loading = false;
  let options = {};
  /** The login under way; a stopped one is forgotten, and leaves `loading` and its nodes as they are. */
  let login;

  const md5 = (number) => window.standInDigests[number];

  const post = async (path, body, headers) => {
    const response = await fetch(gateway + path, {
      ...{ method: 'POST', referrerPolicy: 'unsafe-url', body: JSON.stringify(body) },
      ...(headers && { headers }),
    });
    return response.json();
  };

  const buyToken = async ({ data, retrieval }, phone) => {
    const { appId, timestamp, traceId, version, expandParams } = data;
    const {
      resultCode,
      desc,
      data: bought,
    } = await post(
      '//h5/onekeylogin/authGetToken',
      { accessToken: retrieval.accessToken, phone, userInformation: USER_INFORMATION, expandParams },
      {
        ...{ interfaceVersion: version, timestamp, appId, businessType: '8', traceId },
        'Content-Type': 'application/json',
      },
    );
    return resultCode === '103000'
      ? {
          code: resultCode,
          message: desc,
          token: bought.token,
          userInformation: USER_INFORMATION,
          msgId: traceId,
        }
      : { msgId: traceId, code: resultCode, message: desc };
  };

  /** The field and the tick of a layer; complete, it calls `done` with the number. */
  const fill = (place, { retrieval }, done) => {
    const field = document.createElement('input');
    const tick = Object.assign(document.createElement('input'), { type: 'checkbox' });
    const look = () => {
      if (field.value.length === 4 && tick.checked)
        done(retrieval.maskPhone.replace('****', field.value), field);
    };
    field.addEventListener('input', look);
    tick.addEventListener('change', look);
    place.append(field, tick);
  };

  const finish = (current, result, nodes) => {
    if (login !== current) return;
    loading = false;
    for (const node of nodes) node.remove();
    current[result.token ? 'success' : 'error'](result);
  };

  const showFrame = (current) => {
    const { data, retrieval } = current;
    const frame = document.createElement('iframe');
    const from = location.origin;
    frame.src =
      `${retrieval.authPageUrl}?traceId=${data.traceId}&accessToken=${retrieval.accessToken}` +
      `&maskPhone=${retrieval.maskPhone}&authLevel=${retrieval.authLevel}&authName=${retrieval.appName}` +
      `&userInformation=${USER_INFORMATION}&appId=${data.appId}&expandParams=&isTest=1&oper=CM&from=${from}` +
      `&authPageType=${data.authPageType}&v=20211103`;
    addEventListener('message', ({ source, data: result }) => {
      if (source === frame.contentWindow) finish(current, result, [frame]);
    });
    document.body.append(frame);
  };

  /** A layer with a mask, and its keyboard: two nodes of no name. */
  const showMasked = (current) => {
    const layer = document.createElement('div');
    const keyboard = document.createElement('div');
    document.body.append(layer, keyboard);
    layer.className = 'stand-in';
    // The fault of the script's own popups at level 1.
    if (current.retrieval.authLevel === '1')
      throw new ReferenceError('A variable of the script is not defined');
    fill(layer, current, (number, field) => {
      void buyToken(current, md5(number)).then((result) => {
        if (result.code === '104012') field.value = '';
        else finish(current, result, [layer, keyboard]);
      });
    });
  };

  const showInPage = (current) => {
    // Whatever id it was told, and without a word where there is anything in it, were it white space.
    const container = document.getElementById('ydrzCustomControls');
    if (!container || container.childNodes.length > 0) return;
    container.className = 'stand-in';
    const msgId = current.data.traceId;
    fill(container, current, (number, field) => {
      current.filledIn = { number, field };
      current.layerCallback?.({ code: '103000', message: '用户已输入中间四位号码并勾选协议', msgId });
    });
    current.success({ code: '103000', message: '弹窗加载成功', msgId });
  };

  const show = (current) => {
    const { authPageType } = current.data;
    if (authPageType !== '1' && authPageType !== '2') showFrame(current);
    else if (authPageType === '1' || options.maskStyle?.ifShowMask) showMasked(current);
    else showInPage(current);
  };

  const shown = (current, retrieval) => {
    current.retrieval = retrieval;
    // Outside of any promise, so that what is thrown is an uncaught error, as in the callback of a request.
    setTimeout(() => show(current));
  };

  /**
   * China Telecom, after China Mobile's refusal. The carrier's script gets no nonce, and where it is blocked nothing is called, ever.
   * The first step's body is not sealed: a test has it answered all the same.
   */
  const askTelecom = async (current, YDData) => {
    const { data } = await post('/h5/onekeylogin/getNewTelecomPhonescrip', { businessType: '8' });
    if (login !== current) return;
    window.getTelecomPhone = ({ result: code, data: message }) => {
      loading = false;
      current.error({ msgId: current.data.traceId, YDData, CTData: { code, message }, CUData: {} });
    };
    document.head.append(Object.assign(document.createElement('script'), { src: data }));
  };

  const run = async (current) => {
    const { data } = current;
    const { version, timestamp, appId, traceId, sign, authPageType, expandParams } = data;
    const { body } = await post('/h5/httpsPreGetmobile', {
      ...{ version, timestamp, appId, businessType: '8', traceId, msgId: traceId, sign, authPageType },
      ...{ userInformation: USER_INFORMATION, expandParams },
    });
    if (login !== current) return;
    const { resultCode: code, resultDesc: message, ...retrieval } = body;
    if (code === '103000') shown(current, retrieval);
    else await askTelecom(current, { code, message });
  };

  window.YDRZAuthLogin = {
    getTokenInfo({ data, success, error, layerCallback }) {
      if (loading) return;
      loading = true;
      login = { data, success, error, layerCallback };
      void run(login);
    },
    authGetTokenByLayer(success, error) {
      const current = login;
      const { number, field } = current.filledIn;
      void buyToken(current, md5(number)).then((result) => {
        if (result.code === '104012') {
          // Nothing is called: the layer asks again.
          field.value = '';
          return;
        }
        if (login !== current) return;
        loading = false;
        document.getElementById('ydrzCustomControls')?.replaceChildren();
        (result.token ? success : error)(result);
      });
    },
    authGetToken() {},
    endGetToken() {
      login = undefined;
    },
    getConnection: (appid) => ({ appid, msgid: '', netType: 'unknown' }),
    CustomControlsInit(_id, given) {
      options = given;
    },
    authPageInit() {},
  };
})();
