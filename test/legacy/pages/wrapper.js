/* A number authentication wrapper of the kind that vendors ship around the official script. */
(function (root) {
  var loading = null;
  function load(done) {
    if (!loading) {
      loading = new Promise(function (resolve, reject) {
        var script = document.createElement('script');
        script.src = 'https://www.cmpassport.com/h5/js/jssdk_auth/jssdk-1.0.0.min.js';
        script.onload = resolve;
        script.onerror = reject;
        document.getElementsByTagName('head')[0].appendChild(script);
      });
    }
    loading.then(done);
  }

  function isWifi() {
    return root.YDRZAuthLogin.getConnection(123).netType === 'wifi';
  }

  function post(url, done) {
    var request = new XMLHttpRequest();
    request.open('POST', url);
    request.onload = function () {
      done(JSON.parse(request.responseText));
    };
    request.send();
  }

  function login(config, tell) {
    if (isWifi()) return tell('wifi');
    if (!JSON.stringify(root.YDRZAuthLogin) || !root.YDRZAuthLogin.getTokenInfo) return tell('no script');
    var getTokenInfo = root.YDRZAuthLogin.getTokenInfo;
    var data = { openType: 1, devInfo: '', setReturn: '', channel: { id: 7 }, isTest: undefined };
    root.YDRZAuthLogin.CustomControlsInit('ydrzCustomControls', {
      titleStyle: { ifShow: 'true', name: '请填写完整号码', high: '6.5rem ' },
      layerStyle: { width: '', height: '20rem' },
      maskStyle: { ifShowMask: 'ture', bgColor: '', opacity: '' },
      agreeStyle: {
        textalign: '',
        agreeArr: [undefined, null, { url: 'x' }, { name: '协议', url: 'javascript:alert(1)' }],
      },
      logoStyle: null,
      customControlStyle: 'none',
    });
    root.YDRZAuthLogin.authPageInit(config.page);
    post('/api/sign', function (signed) {
      data.appId = config.appId;
      data.sign = signed.sign;
      data.traceId = signed.traceId;
      data.timestamp = signed.timestamp;
      data.version = '2.0';
      data.authPageType = config.isModal ? 2 : 0;
      // Detached from its object, and twice: the second is ignored.
      for (var times = 0; times < 2; times += 1) {
        getTokenInfo({
          data,
          success(res) {
            tell('success', res);
            throw new Error('The wrapper’s own mistake');
          },
          error(err) {
            tell('error', err);
          },
        });
      }
    });
  }

  root.NumberAuth = { load, login };
})(window);
