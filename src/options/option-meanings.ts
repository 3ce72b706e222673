// What the options mean, in words, for the documentation; no screen imports this. An option's meaning is its group's words and its
// field's, unless it has words of its own.

/** The same words in both languages of the documentation. */
interface Words {
  en: string;
  zh: string;
}

const words = (en: string, zh: string): Words => ({ en, zh });

const wordsOf = (entries: Readonly<Record<string, Words>>): ReadonlyMap<string, Words> =>
  new Map(Object.entries(entries));

const groups = wordsOf({
  layerStyle: words('popup', '弹窗'),
  maskStyle: words('mask', '遮罩'),
  phoneStyle: words('phone number', '手机号'),
  closeBtnStyle: words('close button', '关闭按钮'),
  errTipStyle: words('error text', '错误提示'),
  titleStyle: words('title', '标题'),
  logoStyle: words('logo', 'logo'),
  authTextStyle: words('authorization text', '授权文案'),
  phoneNumStyle: words('number bar', '号码栏'),
  'phoneNumStyle.inputStyle': words('one digit box', '单个数字框'),
  tipStyle: words('tip', '提示文案'),
  agreeStyle: words('agreements', '协议'),
  'agreeStyle.checkedButton': words('checkbox', '勾选框'),
  'agreeStyle.hrefStyle': words('agreement links', '协议链接'),
  customControlStyle: words('custom control', '自定义控件'),
  returnBtnStyle: words('back button', '返回按钮'),
  submitBtnStyle: words('submit button (level 1)', '提交按钮（仅 level 1）'),
});

const fields = wordsOf({
  width: words('width', '宽度'),
  height: words('height', '高度'),
  bgColor: words('background colour', '背景颜色'),
  borderRadius: words('corner radius', '圆角'),
  border: words('border', '边框'),
  opacity: words('opacity', '不透明度'),
  fontFamily: words('font family', '字体'),
  fontSize: words('font size', '字体大小'),
  fontColor: words('text colour', '字体颜色'),
  fontWeight: words('font weight', '字重'),
  textAlign: words('alignment', '对齐方式'),
  textDecoration: words('underline or not', '下划线'),
  high: words('distance from the top edge', '距顶部距离'),
  left: words('distance from the left edge', '距左侧距离'),
  top: words('distance from the top edge', '距顶部距离'),
  right: words('distance from the right edge', '距右侧距离'),
  bottom: words('distance from the bottom edge', '距底部距离'),
  name: words('text', '文字'),
  url: words('image', '图片'),
  btnImage: words('image', '图片'),
  hrefColor: words('colour of the links', '链接颜色'),
  ifShow: words('shown or not', '是否显示'),
  ifShowBtn: words('shown or not', '是否显示'),
  ifShowMask: words('shown or not; the popup is modal with it', '是否显示；显示时弹窗为模态'),
  agreeArr: words("custom ones, after the carrier's own", '自定义协议，排在运营商协议之后'),
  appNameColor: words("colour of the application's name", '应用名称颜色'),
  uncheckColor: words('colour when not ticked', '未勾选颜色'),
  checkedColor: words('colour when ticked', '勾选颜色'),
  uncheckUrl: words('image when not ticked', '未勾选图片'),
  checkedUrl: words('image when ticked', '勾选图片'),
  checkedImage: words('image of the ticked box', '勾选图片'),
});

const own = wordsOf({
  bgColor: words('page: background colour', '页面：背景颜色'),
  'titleStyle.name': words(
    'title: text; an empty string means no title',
    '标题：文字；空字符串表示不显示标题',
  ),
  'customControlStyle.url': words('custom control: where a click goes', '自定义控件：点击后的跳转地址'),
});

/** What an option means, by its full name such as `agreeStyle.hrefStyle.fontSize`; undefined where nobody has said. */
export function optionMeaning(option: string): Words | undefined {
  const dot = option.lastIndexOf('.');
  const group = groups.get(option.slice(0, dot));
  const field = fields.get(option.slice(dot + 1));
  const composed = group && field && words(`${group.en}: ${field.en}`, `${group.zh}：${field.zh}`);
  return own.get(option) ?? composed;
}
