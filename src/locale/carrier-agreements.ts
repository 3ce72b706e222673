/**
 * The carriers' own agreements. They stand first on every screen, whatever an option or the service says: the
 * carriers audit live pages for them. Their names are proper names and are not translated.
 */
export const CARRIER_AGREEMENTS = {
  CM: {
    name: '中国移动认证服务协议',
    url: 'https://wap.cmpassport.com/resources/html/contract.html',
  },
  CT: {
    name: '中国电信天翼账号服务条款',
    url: 'https://e.189.cn/sdk/agreement/detail.do?hidetop=true',
  },
  CU: {
    name: '中国联通认证服务协议',
    url: 'https://opencloud.wostore.cn/authz/resource/html/disclaimer.html?fromsdk=true',
  },
} as const satisfies Record<'CM' | 'CT' | 'CU', { name: string; url: string }>;
