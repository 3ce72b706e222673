import { flat, type Exchange } from './call.js';
import { demand } from './refusal.js';

/** The standard popup's look, as it is set at the service. */
export const PAGE_OPTION: Exchange = {
  name: 'page-option',
  method: 'GET',
  path: '/h5/onekeylogin/getPageOption',
  headers: ['interfaceVersion', 'traceId', 'appId', 'timestamp', 'businessType'],
  answer(call) {
    const { service } = call;
    const app = service.apps.get(call.header('appId') ?? '');
    demand(app, '105113');
    demand(call.header('traceId'), '105117');
    demand(call.header('timestamp') && call.header('interfaceVersion'), '130030');
    demand(service.pages.hasOrigin(call.header('origin')), '110026');
    demand(service.pages.hasReferer(call.header('referer')), '170001');
    demand(call.header('businessType'), '108001');
    demand(call.header('businessType') === '8', '104001');
    demand(call.header('interfaceVersion') === '1.0', '301');
    return flat('103000', '成功', { data: { pageOption: app.pageOption ?? {} } });
  },
  refuse: ({ code, message }) => flat(code, message),
};
